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
    const isDue = change?.state === "made" || change?.untilSent === true;
    const taken = isDue ? await takeBack(able, change, "whole") : null;
    return settingsAfter(able, changeId, taken?.kind === "refused");
  });
}

/** `isRefused`: by Thunderbird, and so what is half back is nobody's own change; the password may stay until later. */
async function settingsAfter(
  { lasting, servers }: WritingPorts,
  changeId: string,
  isRefused: boolean,
): Promise<SettingsAfter> {
  const change = await findChange(lasting, changeId);
  if (change === null || change.state === "undone") {
    return change === null ? "none" : "as-before";
  }
  const settings = change.steps.filter(({ kind }) => kind !== "save-password");
  const all = await Promise.all(settings.map(async (step) => standingOf(servers, step, change.steps)));
  const areAll = (kind: Standing["kind"]): boolean => all.every((one) => one.kind === kind);
  const isHalfBack = isRefused && !all.some(({ kind }) => kind === "changed");
  if (all.length > 0 && areAll("as-before")) {
    return "as-before";
  }
  return areAll("ours") || isHalfBack ? "in-place" : "changed";
}
