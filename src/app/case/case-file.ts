// The cases at hand: one for each failed send or checked identity. Kept in the session store, because the
// background sleeps between the refusal and the click. Bounded: the oldest go first.

import { hostsAskedFor } from "../../engine/discovery/autoconfig-urls.js";
import { domainOf } from "../../engine/discovery/expected.js";
import { alertWords } from "../../engine/replies/alert-words.js";
import type { DialogTemplates } from "../../engine/replies/read-dialog.js";
import { guidedSteps } from "../../engine/fixes/guided-steps.js";
import type { Diagnosis, Plan } from "../../engine/model/finding.js";
import type { Evidence } from "../../engine/model/evidence.js";
import { mayGetMail } from "./may-get-mail.js";
import { lookedInVain } from "./looked.js";
import type { Mending, Store } from "../../ports.js";
import type { CaseView, Outcome, PageState } from "../../protocol.js";

export interface Case {
  readonly caseId: string;
  /** The compose window that holds the message; null for a check, the Outbox and background sends. */
  readonly windowId: number | null;
  /** How many messages lay in the Outbox, this one among them; null or absent where it is not there. */
  readonly unsent?: number | null;
  /** The user may have cancelled the send himself: the page is there, but does not open by itself. */
  readonly isDoubtful?: boolean;
  /**
   * What started it: a failed send, a check the user asked for, a text the user pasted, a bounce that the user has
   * opened, or one that has arrived.
   */
  readonly startedBy: "failed-send" | "check" | "text" | "returned-mail" | "arrived-mail";
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
  /** A guided fix that the user has begun: the steps done, and what the settings are to be in the end. */
  readonly guide?: { readonly plan: Plan; readonly done: readonly number[] };
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

function asked({ state, evidence }: Case): CaseView["asks"] {
  if (state !== "need-input") {
    return null;
  }
  if (evidence.refusal?.fault === "untold") {
    return "alert";
  }
  return evidence.outgoing.kind === "unreadable" ? "settings" : null;
}

function mendingOf(
  { diagnosis, evidence: { outgoing, sender }, guide }: Case,
  { kind, looksUp, sentences }: Manner,
): CaseView["mending"] {
  if (kind === "written") {
    return { kind };
  }
  const { plan } = diagnosis;
  const hostInUse = outgoing.kind === "smtp" ? outgoing.server.host : null;
  return {
    kind,
    steps:
      plan === null ? [] : guidedSteps(plan, hostInUse, sender.isFurther === true ? sender.address : null),
    done: guide?.done ?? [],
    alertWords: alertWords(sentences),
    hostsToAsk: plan === null || looksUp ? [] : hostsAskedFor(domainOf(sender.address)),
  };
}

/** How this edition mends, and whether the user has agreed to look-ups. */
export interface Manner {
  readonly kind: Mending["kind"];
  readonly looksUp: boolean;
  /** Thunderbird's own sentences about a failed send, in the user's language. */
  readonly sentences: DialogTemplates;
}

export function viewOf(entry: Case, manner: Manner): CaseView {
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
    canSend: entry.windowId !== null || entry.unsent != null,
    unsent: entry.unsent ?? null,
    canGetMail: mayGetMail(entry),
    gathering: entry.gathering,
    looked: lookedInVain(evidence, entry.diagnosis),
    asks: asked(entry),
    mending: mendingOf(entry, manner),
    asksPassword: entry.state === "need-input" ? passwordAsked(entry.diagnosis) : null,
    canUndo: entry.changeId !== null && ["fixed", "sent", "sending", "failed"].includes(entry.state),
  };
}
