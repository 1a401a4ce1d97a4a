// Takes back what was changed for a message that was refused again, or for a click that nobody waits for any more. What is said of
// the settings then is read from them.

import type { SettingsAfter } from "../../engine/model/case.js";
import type { Ports, WritingPorts } from "../../ports.js";
import { advance } from "../case/advance.js";
import { writing } from "../case/writing.js";
import { findChange } from "../change/journal.js";
import { standingOf, type Standing } from "../change/standing.js";
import { takeBack } from "../change/take-back.js";

export async function takeBackFor(ports: Ports, caseId: string, changeId: string | null): Promise<void> {
  await advance(ports, caseId, { kind: "taken-back", settings: await restore(ports, changeId) });
}

/** Nobody's page tells of it any more. */
export async function restoreUnheard(ports: Ports, changeId: string | null): Promise<void> {
  await restore(ports, changeId);
}

/** A message of another window may have gone out with these settings: then they work, and stay. */
async function restore(ports: Ports, changeId: string | null): Promise<SettingsAfter> {
  const able = writing(ports);
  if (able === null || changeId === null) {
    return "none";
  }
  return ports.underWay.inLine("changes", async () => {
    const change = await findChange(ports.lasting, changeId);
    if (change?.state === "made" || change?.untilSent === true) {
      await takeBack(able, change, "whole");
    }
    return settingsAfter(able, changeId);
  });
}

async function settingsAfter({ lasting, servers }: WritingPorts, changeId: string): Promise<SettingsAfter> {
  const change = await findChange(lasting, changeId);
  if (change === null || change.state === "undone") {
    return change === null ? "none" : "as-before";
  }
  const all = await Promise.all(change.steps.map(async (step) => standingOf(servers, step, change.steps)));
  const areAll = (kind: Standing["kind"]): boolean => all.every((one) => one.kind === kind);
  return areAll("ours") ? "in-place" : areAll("as-before") ? "as-before" : "changed";
}
