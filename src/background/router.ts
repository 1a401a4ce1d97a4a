// Answers the requests of our own pages. Not async itself: a stranger's message gets no promise and no answer.

import { checkAgain, page, pageWith } from "../app/page.js";
import { editCases, findCase } from "../app/case-file.js";
import { cancel, fix } from "../app/fix.js";
import { judgeText, ownAddresses } from "../app/judge-text.js";
import { readOptions, writeOptions } from "../app/options.js";
import { reportOf } from "../app/report.js";
import { sendAgain } from "../app/send-again.js";
import { undo } from "../app/undo.js";
import type { Ports } from "../ports.js";
import type { AnswerOf, Page, Protocol, RequestName, RequestOf } from "../protocol.js";

type Handlers = { readonly [Name in RequestName]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>> };

/** `settled`: what a crash left behind is in order; nothing is changed before. */
export function handlersOf(ports: Ports, settled: Promise<void> = Promise.resolve()): Handlers {
  const then = async (caseId: string, work: Promise<void>): Promise<Page> => {
    await work;
    ports.pages.changed();
    return pageWith(ports, caseId);
  };
  return {
    page: async ({ place }) => settled.then(() => page(ports, place)),
    check: async ({ place }) => checkAgain(ports, place),
    fixAndSend: async ({ caseId, password }) =>
      then(
        caseId,
        settled.then(() => fix(ports, caseId, "send", typed(password))),
      ),
    fix: async ({ caseId, password }) =>
      then(
        caseId,
        settled.then(() => fix(ports, caseId, "stop", typed(password))),
      ),
    sendAgain: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      return then(caseId, sendAgain(ports, caseId, entry?.windowId ?? null));
    },
    addresses: async () => ownAddresses(ports.accounts),
    judgeText: async (request) => {
      const judged = await judgeText(ports, request);
      ports.pages.changed();
      return judged;
    },
    cancel: async ({ caseId }) => then(caseId, cancel(ports, caseId)),
    undo: async ({ caseId }) =>
      then(
        caseId,
        settled.then(() => undo(ports, caseId)),
      ),
    dismiss: async ({ caseId }) =>
      then(
        caseId,
        editCases(ports.session, (cases) => cases.filter((entry) => entry.caseId !== caseId)),
      ),
    openSettings: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      await ports.servers.openSettings(entry?.evidence.sender.accountId ?? "");
      return pageWith(ports, caseId);
    },
    options: async () => readOptions(ports.lasting),
    setOptions: async ({ options }) => writeOptions(ports.lasting, options),
    report: async ({ caseId }) => {
      const entry = await findCase(ports.session, caseId);
      return entry === null ? "" : reportOf(entry);
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
