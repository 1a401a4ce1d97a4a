// The cases at hand: one for each failed send or checked identity. Kept in the session store, because the
// background sleeps between the refusal and the click. Bounded: the oldest go first.

import type { Diagnosis } from "../engine/model/finding.js";
import type { Evidence } from "../engine/model/evidence.js";
import { lookedInVain } from "./looked.js";
import type { Store } from "../ports.js";
import type { CaseView, Outcome, PageState } from "../protocol.js";

export interface Case {
  readonly caseId: string;
  /** The compose window that holds the message; null for a check, the Outbox and background sends. */
  readonly windowId: number | null;
  /** What started it: a failed send, a check the user asked for, a text the user pasted. */
  readonly startedBy: "failed-send" | "check" | "text";
  /** When it was opened, in milliseconds since 1970. */
  readonly at: number;
  readonly state: PageState;
  readonly evidence: Evidence;
  readonly diagnosis: Diagnosis;
  readonly outcome: Outcome | null;
  /** Whether servers are still being asked. */
  readonly gathering: boolean;
  /** What the click is doing now, to be cancelled; null where nothing is. */
  readonly operationId: string | null;
  /** The change in the journal that this case made, while it can be undone. */
  readonly changeId: string | null;
}

const key = "cases";
const maximumCases = 30;

/** One queue for all writers: two windows may fail at the same moment. */
let lastWrite: Promise<unknown> = Promise.resolve();

export async function readCases(store: Store): Promise<readonly Case[]> {
  return ((await store.read(key)) as readonly Case[] | undefined) ?? [];
}

export async function findCase(store: Store, caseId: string): Promise<Case | null> {
  return (await readCases(store)).find((entry) => entry.caseId === caseId) ?? null;
}

/** Changes the list in one piece: nothing written in between is lost. */
export async function editCases(
  store: Store,
  edit: (cases: readonly Case[]) => readonly Case[],
): Promise<void> {
  const write = lastWrite.then(async () => {
    await store.write(key, edit(await readCases(store)).slice(-maximumCases));
  });
  lastWrite = write.catch(() => undefined);
  await write;
}

export async function putCase(store: Store, entry: Case): Promise<void> {
  await editCases(store, (cases) => [...cases.filter(({ caseId }) => caseId !== entry.caseId), entry]);
}

export async function changeCase(store: Store, caseId: string, change: Partial<Case>): Promise<void> {
  await editCases(store, (cases) =>
    cases.map((entry) => (entry.caseId === caseId ? { ...entry, ...change } : entry)),
  );
}

function passwordAsked({ plan }: Diagnosis): CaseView["asksPassword"] {
  return plan === null ? null : { userName: plan.settings.userName, host: plan.settings.host };
}

export function viewOf(entry: Case): CaseView {
  const { evidence } = entry;
  return {
    caseId: entry.caseId,
    state: entry.state,
    accountName: evidence.sender.accountName,
    from: evidence.sender.from,
    serverHost: evidence.outgoing.kind === "smtp" ? evidence.outgoing.server.host : null,
    refusal: evidence.refusal,
    reported: evidence.reported ?? null,
    diagnosis: entry.diagnosis,
    outcome: entry.outcome,
    canSend: entry.windowId !== null,
    gathering: entry.gathering,
    looked: lookedInVain(evidence, entry.diagnosis),
    asksPassword: entry.state === "need-input" ? passwordAsked(entry.diagnosis) : null,
    canUndo: entry.changeId !== null && ["fixed", "sent", "sending", "failed"].includes(entry.state),
  };
}
