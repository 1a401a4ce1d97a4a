// Everything the background does, once there is something to do: see doorkeeper.ts.

import { isInstalledByHand } from "../adapters/installed-by-hand.js";
import { layToolsMenu } from "../adapters/tools-menu.js";
import { permissionGiven } from "../app/page/agree-to-look-up.js";
import { afterSend, windowClosed } from "../app/send/after-send.js";
import { noticeFailedSend } from "../app/notice/notice-failed-send.js";
import { recover } from "../app/change/recover.js";
import { showUntold } from "../app/case/notices.js";
import { noticeArrivedMails } from "../app/notice/returned-mail.js";
import { bugsKey, readBugs, reporting, reportingOr } from "../app/report/bugs.js";
import { remembered } from "../app/case/remembered.js";
import { optionsKey } from "../app/find/options.js";
import { takeUp } from "../app/case/take-up.js";
import { underWay } from "../app/case/under-way.js";
import { carryOut } from "../app/send/carry-out.js";
import { welcome } from "../app/page/welcome.js";
import { writing } from "../app/case/writing.js";
import type { Edition, FailedSend, Ports, SettingsRead } from "../ports.js";
import type { Background } from "./doorkeeper.js";
import { handlersOf, route } from "./router.js";

/** `then`: the settings as they stood when it failed, where they were asked for. */
export interface Started extends Background<FailedSend | Promise<FailedSend | null>> {
  failed(failed: FailedSend | Promise<FailedSend | null>, then?: SettingsRead): Promise<void>;
}

/** `failed`: null where, on a closer look, no send has failed. `first`: what is to be told before a page is answered. */
export function start(
  edition: Edition,
  first: (ports: Ports) => Promise<void> = () => Promise.resolve(),
): Started {
  const ports: Ports = {
    ...edition,
    session: remembered(edition.session, [bugsKey]),
    lasting: remembered(edition.lasting, [optionsKey]),
    underWay: underWay(async (effect, caseId) => carryOut(ports, effect, caseId)),
  };
  /** Awake until it has ended; a mistake of ours is told, and stops nothing else. */
  const take = async (where: string, work: () => Promise<unknown>): Promise<void> => {
    await ports.awake.during(async () => reportingOr(ports, where, work, undefined));
  };
  const told = take("the first notices", async () => first(ports));
  // At every start, not only Thunderbird's: the add-on may have been disabled or updated in the middle of a change.
  const able = writing(ports);
  // Nothing waits for ever: what could not be settled stays on record for the next start.
  const settled = take("settling what was cut off", async () =>
    able === null ? takeUp(ports) : recover(able),
  ).then(async () => {
    await told;
    await take("what was not told yet", async () => showUntold(ports));
  });
  // Every page shows them: there by the time one is opened. Rejected where storage is broken, which the page tells.
  readBugs(ports).catch(() => undefined);
  const handlers = handlersOf(ports, settled);
  void take("the Tools menu", async () => layToolsMenu(ports.sibling));
  return {
    failed: (failed, then) => take("a failed send", async () => noticeFailedSend(ports, failed, then)),
    ended: (windowId, sent, identityId) =>
      take("the end of a send", async () => afterSend(ports, windowId, sent, identityId)),
    windowClosed: (windowId) => take("a closed window", async () => windowClosed(ports, windowId)),
    arrived: (mails) => take("arrived mail", async () => noticeArrivedMails(ports, mails)),
    permissionGiven: () => take("a permission", async () => permissionGiven(ports)),
    asked: (windowId) =>
      take("the menu", () => {
        if (windowId === null) {
          void ports.mailWindow.showPage();
        } else {
          ports.compose.showPage(windowId, "asked-for");
        }
        return Promise.resolve();
      }),
    installed: (isNew) =>
      take("the installation", async () => {
        // The first words are for who has installed it by hand.
        if (isNew && (await isInstalledByHand())) {
          await welcome(ports);
        }
      }),
    answer(message) {
      const answer = route(handlers, message);
      return answer === undefined
        ? undefined
        : ports.awake.during(async () => reporting(ports, "a request of a page", async () => answer));
    },
  };
}
