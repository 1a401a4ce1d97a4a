// Takes back what was changed for a message that was refused again. What is said of the settings then is read
// from them.

import type { SettingsAfter } from "../../engine/model/case.js";
import type { Ports, WritingPorts } from "../../ports.js";
import { advance } from "../case/advance.js";
import { writing } from "../case/writing.js";
import { findChange, isRecorded } from "../change/journal.js";
import { inEffect, standingsOf, type Standing } from "../change/standing.js";
import { takeBack } from "../change/take-back.js";
import { reportingOr } from "../report/bugs.js";

export async function takeBackFor(ports: Ports, caseId: string, changeId: string | null): Promise<void> {
  await advance(ports, caseId, { kind: "taken-back", settings: await restore(ports, changeId) });
}

/** A message of another window may have gone out with these settings: then they work, and stay. */
async function restore(ports: Ports, changeId: string | null): Promise<SettingsAfter> {
  const able = writing(ports);
  if (able === null || changeId === null) {
    return "none";
  }
  return ports.underWay.inLine("changes", async () => {
    const change = await findChange(ports.lasting, changeId);
    const isDue = change?.state === "made" || (change?.state === "kept" && change.untilSent === true);
    // Null, too, where it was cut off, as by saved log-ins that a full disk does not take: the case goes on all the same.
    const taken = isDue
      ? await reportingOr(able, "taking a change back", () => takeBack(able, change, "whole"), null)
      : null;
    const settings = await settingsAfter(able, changeId, taken?.kind === "refused");
    if (change !== null && taken?.kind === "refused" && settings === "as-before") {
      // What is left is of no use to anybody, and goes at the next start, without a word.
      await isRecorded(ports, { ...change, state: "made", told: true });
    }
    return settings;
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
  const all = await standingsOf(servers, change.steps);
  const used = all.filter(({ step }) => inEffect(step));
  const areAll = (kind: Standing["kind"]): boolean => used.every(({ standing }) => standing.kind === kind);
  if (used.length > 0 && areAll("as-before")) {
    return "as-before";
  }
  // Also in an entry of its own, which those who were pointed to it send through as it stands now.
  const isChanged = all.some(({ standing }) => standing.kind === "changed");
  return !isChanged && (isRefused || areAll("ours")) ? "in-place" : "changed";
}
