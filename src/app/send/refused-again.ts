// The second try was refused as well: what was changed for it is taken back.

import type { Ports } from "../../ports.js";
import { changeCase, type Case } from "../case/case-file.js";
import { findChange } from "../change/journal.js";
import { oneAtATime } from "../change/one-at-a-time.js";
import { takeBack } from "../change/take-back.js";
import { writing } from "../case/writing.js";

/** Everything back to what it was, and the page says so. */
export async function refusedAgain(ports: Ports, entry: Case): Promise<void> {
  const restored = await oneAtATime(async () => {
    const change = entry.changeId === null ? null : await findChange(ports.lasting, entry.changeId);
    // A message of another window has gone out with these settings: they work, and stay.
    const able = writing(ports);
    const isOurs = able !== null && change?.state === "made";
    return isOurs && (await takeBack(able, change, "whole")).kind === "undone";
  });
  const refusal = entry.outcome?.kind === "refused-again" ? entry.outcome.refusal : null;
  await changeCase(ports.session, entry.caseId, {
    state: "failed",
    outcome: { kind: "refused-again", refusal, restored },
    // What could not be taken back now can still be undone by hand.
    changeId: restored ? null : entry.changeId,
  });
  ports.pages.changed();
}
