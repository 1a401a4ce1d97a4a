// What another window's fix, or the user's own hand, has put right since a case was opened: nothing is left to be changed
// there, only its message to be sent.

import type { EventOf } from "../../engine/case/event.js";
import type { Case } from "../../engine/model/case.js";
import type { Ports, WritingPorts } from "../../ports.js";
import { advance } from "../case/advance.js";
import { writing } from "../case/writing.js";
import { changedSince } from "./changed-since.js";
import { readJournal } from "./journal.js";

/** Looks before a page shows them: of a case that was put right elsewhere it says so. */
export async function settleMended(ports: Ports, cases: readonly Case[]): Promise<void> {
  const able = writing(ports);
  if (able === null) {
    return;
  }
  for (const from of cases) {
    const { caseId, state, gathering, windowId, evidence } = from;
    const { plan } = from.diagnosis;
    if (state !== "problem" || gathering || windowId === null || plan === null) {
      continue;
    }
    // In the line of all changes: what another click is still writing, or takes back, has mended nothing.
    await ports.underWay.inLine("changes", async () => {
      const since = await changedSince(able, plan, evidence);
      if (since.kind === "already") {
        const made = await changeThatMade(able, since.serverId);
        await advance(ports, caseId, { kind: "mended-elsewhere", ...made, from });
      }
    });
  }
}

/** The change, of another window, that gave the entry the values it has: its undo is this case's undo, too. */
export async function changeThatMade(
  ports: WritingPorts,
  serverId: string,
): Promise<Pick<EventOf<"mended-elsewhere">, "changeId" | "proven">> {
  const made = (await readJournal(ports.lasting)).findLast(
    ({ state, steps }) =>
      (state === "made" || state === "kept") &&
      steps.some((step) => step.kind !== "assign" && step.serverId === serverId),
  );
  return { changeId: made?.changeId ?? null, proven: made?.proven ?? false };
}
