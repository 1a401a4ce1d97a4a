// The cases at hand: one for each failed send or checked identity. Kept in the session store, because the
// background sleeps between the refusal and the click.

import { hostsAskedFor } from "../../engine/discovery/autoconfig-urls.js";
import { domainOf } from "../../engine/model/address.js";
import { alertWords } from "../../engine/replies/alert-words.js";
import type { DialogTemplates } from "../../engine/replies/read-dialog.js";
import { guidedSteps } from "../../engine/fixes/guided-steps.js";
import { hasPasswordForReceiving } from "../../engine/case/state-of.js";
import { mayTurnToOAuth2, noteShown } from "../../engine/providers/shown-note.js";
import { callsForPublished } from "../../engine/rules/unread-settings.js";
import { meaningsOf } from "../../engine/rules/meaning.js";
import { mayGetMail } from "../../engine/case/may-get-mail.js";
import { mayTest } from "../../engine/case/may-test.js";
import { withoutSurplus } from "../../engine/case/crowd.js";
import type { Case } from "../../engine/model/case.js";
import type { OurBug } from "../../engine/model/our-bug.js";
import { casesKey } from "./any-case.js";
import { lookedInVain } from "./looked.js";
import type { Mending, Ports, Store } from "../../ports.js";
import type { CaseView } from "../../protocol.js";

export type { Case } from "../../engine/model/case.js";

export async function readCases(store: Store): Promise<readonly Case[]> {
  return ((await store.read(casesKey)) as readonly Case[] | undefined) ?? [];
}

export async function findCase(store: Store, caseId: string): Promise<Case | null> {
  return (await readCases(store)).find((entry) => entry.caseId === caseId) ?? null;
}

/** Also of one that has been closed already. */
export async function caseOfWindow(store: Store, windowId: number): Promise<Case | null> {
  const cases = await readCases(store);
  const found = cases.find((entry) => entry.windowId === windowId);
  return found ?? cases.find(({ caseId }) => caseId === `window-${String(windowId)}`) ?? null;
}

/** Changes the list in one piece: nothing written in between is lost. What changes a case itself is advance.ts's. */
export async function editCases(
  { session, underWay }: Pick<Ports, "session" | "underWay">,
  edit: (cases: readonly Case[]) => readonly Case[],
): Promise<void> {
  // Sixty accounts that are judged in the same moment are written down together, in the order in which they came.
  const waiting = underWay.edits;
  if (waiting !== null) {
    waiting.all.push(edit);
    return waiting.written;
  }
  const all = [edit];
  const written = underWay.inLine("cases", async () => {
    underWay.edits = null;
    const edited = all.reduce((cases, one) => one(cases), await readCases(session));
    await session.write(casesKey, withoutSurplus(edited));
  });
  underWay.edits = { all, written };
  return written;
}

function passwordAsked({ diagnosis: { plan }, evidence, outcome, before }: Case): CaseView["asksPassword"] {
  // Before the first click only: what was refused, then or lately, is not offered again.
  const optional = outcome === null && before === undefined && hasPasswordForReceiving(evidence);
  return plan === null ? null : { userName: plan.settings.userName, host: plan.settings.host, optional };
}

function asked({ state, evidence }: Case): CaseView["asks"] {
  if (state !== "need-input") {
    return null;
  }
  const areUnread = evidence.outgoing.kind === "unreadable";
  if (evidence.refusal?.fault === "untold") {
    // Who does not remember goes on to the settings; where those explain nothing, the alert is all that is left.
    return evidence.reported?.found === "remembered" && areUnread ? "settings" : "alert";
  }
  return areUnread ? "settings" : null;
}

function mendingOf(
  { state, gathering, lookedUp, diagnosis, evidence, guide }: Case,
  { kind, lookUps, sentences }: Manner,
): CaseView["mending"] {
  if (kind === "written") {
    return { kind };
  }
  const { plan, classification } = diagnosis;
  const { outgoing, sender } = evidence;
  const isInstead = state === "need-input" && callsForPublished(evidence, classification);
  // Agreed to elsewhere: over another message, or among the options.
  const isOpen = isInstead && lookUps === "made" && !gathering && lookedUp !== true;
  const isOffered = (plan !== null || isInstead) && lookUps === "to-ask";
  const hostInUse = outgoing.kind === "smtp" ? outgoing.server.host : null;
  return {
    kind,
    steps:
      plan === null ? [] : guidedSteps(plan, hostInUse, sender.isFurther === true ? sender.address : null),
    done: guide?.done ?? [],
    alertWords: alertWords(sentences),
    hostsToAsk: isOffered || isOpen ? hostsAskedFor(domainOf(sender.address)) : [],
    ...(isInstead && lookUps === "made" && lookedUp === true && !gathering && { foundNothing: true }),
  };
}

/** How this edition mends. */
export interface Manner {
  readonly kind: Mending["kind"];
  /** `to-ask`: of the user, who has not agreed yet; `forbidden`: by the organization. */
  readonly lookUps: "made" | "to-ask" | "forbidden";
  /** As YYYY-MM-DD. */
  readonly today: string;
  /** Thunderbird's own sentences about a failed send, in the user's language. */
  readonly sentences: DialogTemplates;
  /** Whom the organization names for questions. */
  readonly supportAddress?: string | null;
  readonly bugs?: readonly OurBug[];
}

/** Those of rules stand in the diagnosis. */
export function bugsOf({ diagnosis }: Case, others: readonly OurBug[] = []): readonly OurBug[] {
  const ofRules = diagnosis.findings.flatMap((finding) =>
    finding.verdict === "skipped" && finding.bug !== undefined ? [finding.bug] : [],
  );
  return [...ofRules, ...others];
}

export function viewOf(entry: Case, manner: Manner): CaseView {
  const { evidence } = entry;
  const notice = evidence.reported?.notice;
  return {
    caseId: entry.caseId,
    state: entry.state,
    accountName: evidence.sender.accountName,
    from: evidence.sender.from,
    domain: domainOf(evidence.sender.address),
    serverHost: evidence.outgoing.kind === "smtp" ? evidence.outgoing.server.host : null,
    refusal: evidence.refusal,
    reported: evidence.reported ?? null,
    fateMeanings: notice !== undefined && notice.fates.length > 1 ? meaningsOf(notice, evidence.sender) : [],
    diagnosis: entry.diagnosis,
    note: noteShown(evidence, entry.diagnosis, manner.today),
    supportAddress: manner.supportAddress ?? null,
    canUseOAuth2: mayTurnToOAuth2(evidence, entry.diagnosis),
    outcome: entry.outcome,
    canSend: entry.windowId !== null || entry.unsent != null,
    unsent: entry.unsent ?? null,
    canGetMail: mayGetMail(entry),
    bugs: bugsOf(entry, manner.bugs),
    canTest: manner.kind === "written" && mayTest(entry),
    gathering: entry.gathering,
    looked: lookedInVain(evidence, entry.diagnosis),
    notAsked: evidence.notAsked ?? 0,
    asks: asked(entry),
    mending: mendingOf(entry, manner),
    asksPassword: entry.state === "need-input" ? passwordAsked(entry) : null,
    canUndo: entry.changeId !== null && !["checking", "fixing", "sending"].includes(entry.state),
  };
}
