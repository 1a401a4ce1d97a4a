// Answers the requests of our own pages. Not async itself: a stranger's message gets no promise and no answer.

import { checkAgain, openPage, pageWith } from "../app/page/open-page.js";
import { advance } from "../app/case/advance.js";
import { readBugs } from "../app/report/bugs.js";
import { bugsOf, findCase } from "../app/case/case-file.js";
import { fix } from "../app/send/fix.js";
import { historyOf, removeOldEntry, undoFromHistory } from "../app/page/history.js";
import { judgeText } from "../app/notice/judge-text.js";
import { shownOptions, writeOptions } from "../app/find/options.js";
import { reportOf } from "../app/report/report.js";
import { sendAgain } from "../app/send/send-again.js";
import { testSending } from "../app/send/test-sending.js";
import { agreeToLookUp } from "../app/page/agree-to-look-up.js";
import { forgetTold, tellAlert, tellSettings } from "../app/page/tell.js";
import { openProviderPage } from "../app/page/provider.js";
import { undo } from "../app/page/undo.js";
import { today } from "../app/case/today.js";
import { writing } from "../app/case/writing.js";
import type { Ports, WritingPorts } from "../ports.js";
import type { AnswerOf, FixClick, History, Page, Protocol, RequestName, RequestOf } from "../protocol.js";

type Handlers = { readonly [Name in RequestName]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>> };

/** `settled`: what a crash left behind is in order; nothing is changed before. */
export function handlersOf(ports: Ports, settled: Promise<void> = Promise.resolve()): Handlers {
  const then = async (caseId: string, work: Promise<unknown>): Promise<Page> => {
    await work;
    ports.pages.changed();
    return pageWith(ports, caseId);
  };
  /** What only an edition that writes can do; nothing where the user mends by hand. */
  const written = async (caseId: string, work: (able: WritingPorts) => Promise<unknown>): Promise<Page> => {
    const able = writing(ports);
    return then(caseId, able === null ? Promise.resolve() : work(able));
  };
  const fixed = async ({ caseId, password, agreed }: FixClick, then: "send" | "stop"): Promise<Page> =>
    written(caseId, (able) => settled.then(() => fix(able, caseId, then, typed(password), agreed)));
  /** Where the user mends by hand there is nothing on record. */
  const historyFor = async (work: (able: WritingPorts) => Promise<History>): Promise<History> => {
    const able = writing(ports);
    return able === null ? { entries: [], outcome: null } : work(able);
  };
  return {
    page: async ({ place }) => settled.then(() => openPage(ports, place)),
    check: async ({ place }) => {
      await forgetTold(ports);
      return checkAgain(ports, place);
    },
    tellAlert: async (request) => tellAlert(ports, request),
    tellSettings: async (request) => tellSettings(ports, request),
    lookUp: async ({ caseId }) => then(caseId, agreeToLookUp(ports, caseId)),
    tickStep: async ({ caseId, step, done }) =>
      then(caseId, advance(ports, caseId, { kind: "step-ticked", step, done })),
    fixAndSend: async (click) => fixed(click, "send"),
    fix: async (click) => fixed(click, "stop"),
    sendAgain: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      if (entry?.diagnosis.plan != null) {
        // The user has mended by hand: what was told before is no longer so.
        await forgetTold(ports);
      }
      return then(caseId, sendAgain(ports, caseId));
    },
    testSending: async ({ caseId }) => written(caseId, (able) => testSending(able, caseId)),
    getMailAndSend: async ({ caseId }) => then(caseId, advance(ports, caseId, { kind: "get-mail-clicked" })),
    addresses: async () => ports.accounts.identities(),
    judgeText: async (request) => {
      const judged = await judgeText(ports, request);
      ports.pages.changed();
      return judged;
    },
    cancel: async ({ caseId }) => then(caseId, advance(ports, caseId, { kind: "cancel-clicked" })),
    undo: async ({ caseId }) => written(caseId, (able) => settled.then(() => undo(able, caseId))),
    dismiss: async ({ caseId }) => then(caseId, advance(ports, caseId, { kind: "dismissed" })),
    openSettings: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      await ports.settings.openSettings(entry?.evidence.sender.accountId ?? "");
      // They open in the main window, which may lie behind the one the user looks at.
      await ports.mailWindow.toFront();
      return pageWith(ports, caseId);
    },
    keepOpen: async ({ windowId }) => ports.compose.keepPage(windowId),
    openProviderPage: async ({ caseId, shown }) => {
      await openProviderPage(ports, caseId, shown);
      return pageWith(ports, caseId);
    },
    useOAuth2: async ({ caseId }) => then(caseId, advance(ports, caseId, { kind: "oauth2-chosen" })),
    history: async () => settled.then(() => historyFor((able) => historyOf(able))),
    openHistory: async () => {
      if (ports.mending.kind === "written") {
        ports.mending.openHistory();
      }
      return Promise.resolve(null);
    },
    undoChange: async ({ changeId }) => {
      await settled;
      const history = await historyFor((able) => undoFromHistory(able, changeId));
      ports.pages.changed();
      return history;
    },
    removeOldEntry: async ({ changeId }) =>
      settled.then(() => historyFor((able) => removeOldEntry(able, changeId))),
    options: async () => shownOptions(ports),
    setOptions: async ({ options }) => writeOptions(ports, options),
    report: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      const manner = { kind: ports.mending.kind, today: today(ports.clock) };
      return entry === null ? null : reportOf(entry, manner, bugsOf(entry, await readBugs(ports)));
    },
  };
}

/** An empty field is nothing typed. */
function typed(password: string | null | undefined): string | null {
  return password === "" ? null : (password ?? null);
}

/** Undefined for anything that is not a request of ours. */
export function route(handlers: Handlers, message: unknown): Promise<unknown> | undefined {
  if (typeof message !== "object" || message === null || !("kind" in message) || !("request" in message)) {
    return undefined;
  }
  const { kind, request } = message;
  if (typeof kind !== "string" || !Object.hasOwn(handlers, kind)) {
    return undefined;
  }
  const handler = handlers[kind as keyof Protocol] as (request: unknown) => Promise<unknown>;
  return handler(request);
}
