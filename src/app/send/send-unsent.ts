// Sends what lies in the Outbox, and tells by what is left there, and by the refusals noticed meanwhile, how it ended for
// the message of one case. Thunderbird takes each message out as it goes: none is sent twice.

import type { Ports } from "../../ports.js";
import { changeCase, editCases, findCase, type Case } from "../case/case-file.js";
import { keep } from "../change/journal.js";
import { allNoticed } from "../notice/notice-failed-send.js";
import { refusedAgain } from "./refused-again.js";

const underWay = new Set<string>();

export async function sendUnsent(ports: Ports, caseId: string): Promise<void> {
  const before = await claim(ports, caseId);
  if (before === null) {
    return;
  }
  underWay.add(caseId);
  ports.pages.changed();
  try {
    const ended = await ports.outbox.send();
    if (ended.kind === "refused") {
      await notBegun(ports, before, ended.because);
      return;
    }
    await (ended.left === 0 ? sent(ports, caseId) : someLeft(ports, caseId, ended.sent));
  } finally {
    underWay.delete(caseId);
  }
}

/** The background may have slept over the end of a long sending: the Outbox tells. */
export async function settleSending(ports: Ports, cases: readonly Case[]): Promise<void> {
  for (const { caseId, state, unsent, windowId } of cases) {
    if (state === "sending" && windowId === null && unsent != null && !underWay.has(caseId)) {
      await ((await ports.outbox.count()) === 0 ? sent(ports, caseId) : someLeft(ports, caseId, 0));
    }
  }
}

/** Two clicks must not begin it twice. */
async function claim(ports: Ports, caseId: string): Promise<Case | null> {
  let claimed: Case | null = null;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId || ["sending", "sent", "fixing"].includes(entry.state)) {
        return entry;
      }
      claimed = entry;
      return { ...entry, state: "sending", outcome: null };
    }),
  );
  return claimed;
}

/** An empty Outbox: the user, or Thunderbird, was quicker. */
async function notBegun(
  ports: Ports,
  { caseId, state }: Case,
  because: "busy" | "offline" | "empty",
): Promise<void> {
  if (because === "empty") {
    await withoutMessage(ports, caseId, "fixed");
    return;
  }
  await settled(ports, caseId);
  await changeCase(ports.session, caseId, { state, outcome: { kind: "not-sent", because } });
}

async function sent(ports: Ports, caseId: string): Promise<void> {
  await withoutMessage(ports, caseId, "sent");
  ports.pages.changed();
}

/** There is nothing left to be sent a second time. */
async function withoutMessage(ports: Ports, caseId: string, state: "sent" | "fixed"): Promise<void> {
  await settled(ports, caseId);
  await editCases(ports.session, (cases) =>
    cases.map((entry) =>
      entry.caseId === caseId ? { ...entry, state, outcome: null, unsent: null } : entry,
    ),
  );
}

/** An event of its own tells of each refusal; it comes a little later than the end. */
const untilNoticedMilliseconds = 300;

async function someLeft(ports: Ports, caseId: string, sentNow: number): Promise<void> {
  await ports.clock.wait(untilNoticedMilliseconds);
  await allNoticed();
  const entry = await findCase(ports.session, caseId);
  if (entry === null) {
    return;
  }
  if (entry.outcome?.kind !== "refused-again" && sentNow > 0) {
    await sent(ports, caseId);
    return;
  }
  await refusedAgain(ports, entry);
  await ports.mailWindow.showPage();
}

/** The change has done its work, or waits for a send that the user begins: no restart takes it back. */
async function settled(ports: Ports, caseId: string): Promise<void> {
  const changeId = (await findCase(ports.session, caseId))?.changeId ?? null;
  if (changeId !== null) {
    await keep(ports.lasting, changeId);
  }
}
