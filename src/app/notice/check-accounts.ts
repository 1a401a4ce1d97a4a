// The toolbar's check: every identity that can send, judged from its settings and its server's answer. Identities of one account
// that share an entry are one line. Replaces the checks of before; failed sends, and what can still be undone, stay.
// What is over is forgotten only by a check from the toolbar, the one page that had told it: a message may go out while
// the accounts are gathered, and its closing window's page asks once more.

import type { Evidence } from "../../engine/model/evidence.js";
import type { Ports } from "../../ports.js";
import { editCases, type Case } from "../case/case-file.js";
import { gatherAll } from "../find/gather.js";
import { resume } from "../find/investigate.js";
import { openCase } from "../../engine/case/open-case.js";

/** `told`: the cases the user was told of, or could have been, before he asked for this check. */
export async function checkAccounts(ports: Ports, told: readonly Case[] = []): Promise<void> {
  const over = new Set(told.filter(isOver).map(({ caseId }) => caseId));
  const gathered = await gatherAll(ports);
  const now = ports.clock.now();
  const checks = oneForEachEntry(gathered).map((evidence) => checkOf(evidence, now));
  await editCases(ports, (cases) => {
    const kept = cases.filter(
      (entry) => entry.startedBy !== "check" || entry.changeId !== null || isBusy(entry),
    );
    const fresh = checks.filter(({ caseId }) => !kept.some((entry) => entry.caseId === caseId));
    return [...fresh, ...kept.filter(({ caseId }) => !over.has(caseId))];
  });
  resume(ports, checks);
}

function isBusy({ state }: Case): boolean {
  return state === "fixing" || state === "sending";
}

/** Done with: a refusal without a window that has been sent or has nothing left to click. */
function isOver({ startedBy, windowId, state }: Case): boolean {
  return startedBy !== "check" && windowId === null && ["sent", "settings-fine", "healthy"].includes(state);
}

function oneForEachEntry(all: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return all.filter(({ sender, outgoing }) => {
    const entry = outgoing.kind === "smtp" ? outgoing.server.id : `${outgoing.kind}-${sender.identityId}`;
    // What nobody has told yet is asked for once, for all of them.
    const line = outgoing.kind === "unreadable" ? outgoing.kind : `${sender.accountId} ${entry}`;
    return !seen.has(line) && seen.add(line);
  });
}

function checkOf(evidence: Evidence, at: number): Case {
  const caseId = `check-${evidence.sender.identityId}`;
  return openCase(evidence, { caseId, windowId: null, startedBy: "check", at });
}
