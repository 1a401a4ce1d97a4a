// Registers every listener, at once and in the first turn, so that Thunderbird can wake a sleeping background.
// Nothing runs until one of them is called.

import { permissionGiven } from "../app/page/agree-to-look-up.js";
import { afterSend, windowClosed } from "../app/send/after-send.js";
import { noticeFailedSend } from "../app/notice/notice-failed-send.js";
import { recover } from "../app/change/recover.js";
import { showUntold } from "../app/case/notices.js";
import { noticeArrivedMails } from "../app/notice/returned-mail.js";
import { browser } from "../adapters/browser.js";
import { report, reporting } from "../app/report/bugs.js";
import { takeUp } from "../app/case/take-up.js";
import { underWay } from "../app/case/under-way.js";
import { carryOut } from "../app/send/carry-out.js";
import { writing } from "../app/case/writing.js";
import { listed } from "../adapters/returned-mails.js";
import type { Edition, FailedSend, MailSeen, Ports } from "../ports.js";
import { handlersOf, route } from "./router.js";

/** How an edition hears of failed sends. */
export type OnFailedSend = (
  /** Null: on a closer look, none. */
  failed: (failed: FailedSend | Promise<FailedSend | null>) => Promise<void>,
  /** Thunderbird's alert over it is closed; onAfterSend tells that too, unless it is lost while the background starts. */
  alertClosed: (windowId: number) => Promise<void>,
) => void;

function seen({ id, author, subject }: messenger.messages.MessageHeader): MailSeen {
  return { messageId: id, author, subject };
}

/** The button over a displayed message, for bounces alone: disabled for all from the start of the program. */
async function offerForBounce(
  ports: Ports,
  tabId: number | undefined,
  mails: readonly MailSeen[],
): Promise<void> {
  const [mail] = mails;
  if (tabId === undefined || mail === undefined) {
    return;
  }
  const offered =
    mails.length === 1 &&
    (await ports.returnedMails.isBounce(mail.messageId)) &&
    !(await ports.sibling.takesOver());
  if (offered !== (await messenger.messageDisplayAction.isEnabled({ tabId }))) {
    await (offered
      ? messenger.messageDisplayAction.enable(tabId)
      : messenger.messageDisplayAction.disable(tabId));
  }
}

export function start(edition: Edition, onFailedSend: OnFailedSend): void {
  const ports: Ports = {
    ...edition,
    underWay: underWay(async (effect, caseId) => carryOut(ports, effect, caseId)),
  };
  // At every start, not only Thunderbird's: the add-on may have been disabled or updated in the middle of a change.
  const able = writing(ports);
  const settled = ports.awake
    .during(async () => (able === null ? takeUp(ports) : recover(able)))
    .then(
      () => showUntold(ports),
      // Nothing waits for ever: what could not be settled stays on record for the next start.
      async (error: unknown) => report(ports, error, "settling what was cut off"),
    );
  const handlers = handlersOf(ports, settled);
  /** Awake until it has ended; a mistake of ours is told, and stops nothing else. */
  const take = async (where: string, work: () => Promise<unknown>): Promise<void> => {
    await ports.awake.during(async () => reporting(ports, where, work)).catch(() => undefined);
  };
  onFailedSend(
    async (failed) => take("a failed send", async () => noticeFailedSend(ports, failed)),
    async (windowId) => take("a closed alert", async () => afterSend(ports, windowId, false)),
  );
  messenger.compose.onAfterSend.addListener((tab, { headerMessageId }) => {
    if (tab.windowId !== undefined) {
      // A failed send looks like a success but for the missing id (measured on 153).
      const { windowId } = tab;
      void take("the end of a send", async () =>
        afterSend(ports, windowId, typeof headerMessageId === "string"),
      );
    }
  });
  messenger.messageDisplay.onMessagesDisplayed.addListener((tab, messages) => {
    void offerForBounce(ports, tab.id, listed(messages).map(seen));
  });
  messenger.messages.onNewMailReceived.addListener((_folder, { messages }) => {
    void take("arrived mail", async () => noticeArrivedMails(ports, messages.map(seen)));
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: { readonly id?: string }) => {
    if (sender.id !== browser.runtime.id) {
      return undefined;
    }
    const answer = route(handlers, message);
    return answer === undefined
      ? undefined
      : ports.awake.during(async () => reporting(ports, "a request of a page", async () => answer));
  });
  browser.permissions.onAdded.addListener(() => {
    void take("a permission", async () => permissionGiven(ports));
  });
  messenger.windows.onRemoved.addListener((windowId) => {
    void take("a closed window", async () => windowClosed(ports, windowId));
  });
  browser.runtime.onInstalled.addListener(() => {
    void messenger.messageDisplayAction.disable();
  });
  // Also so that Thunderbird starts the background, which then does the above.
  browser.runtime.onStartup.addListener(() => {
    void messenger.messageDisplayAction.disable();
  });
}
