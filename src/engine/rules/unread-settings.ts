// What may be said while nobody has read the settings (store edition): a server that spoke as to a stranger is cured by
// the published settings whatever is set now, in an entry of its own. Guesses do not do: those need the settings in use.

import { isPublished } from "../fixes/choose-endpoint.js";
import type { Cure } from "../model/finding.js";
import type { Evidence } from "../model/evidence.js";
import type { ProbedCandidate } from "../model/probe.js";
import { isUnvouched } from "../model/reported.js";
import type { Classification, Reason } from "../model/reason.js";
import { refusesStrangers } from "./blame.js";

/** Nobody signed in there, or somebody who is no customer of theirs. */
const toStranger: readonly Reason[] = ["relay-denied", "auth-required", "wrong-server-not-hosting"];

/** Whether published settings would help where nobody has read those in use. */
export function callsForPublished(
  { outgoing, reported }: Pick<Evidence, "outgoing" | "reported">,
  meaning: Classification | null,
): boolean {
  return outgoing.kind === "unreadable" && !isUnvouched(reported) && speaksToStranger(meaning);
}

function speaksToStranger(meaning: Classification | null): boolean {
  return meaning !== null && toStranger.includes(meaning.reason) && refusesStrangers(meaning);
}

/** Null where nothing published is known, or where the words speak of something else. */
export function cureUnread(
  outgoing: Evidence["outgoing"],
  meaning: Classification | null,
  candidates: readonly ProbedCandidate[],
): Cure | null {
  const published = candidates.find(isPublished);
  return outgoing.kind === "unreadable" && speaksToStranger(meaning) && published !== undefined
    ? { settings: published.settings, ownEntry: true }
    : null;
}
