// Puts candidates in the order in which they are tried, and leaves out which are not tried at all. Security never
// goes down (DESIGN §5): nothing here turns encryption, signing in or OAuth2 off.

import { candidateSource, type Candidate } from "../model/probe.js";
import type { ServerSettings } from "../model/server-settings.js";
import { withoutRepeats } from "./to-ask.js";

/**
 * Best first, each setting once; equal ranks stay in the given order. `current` is the set-up in use: its own connection
 * is no step down.
 */
export function rank(candidates: readonly Candidate[], current: ServerSettings | null): readonly Candidate[] {
  const kept = candidates.filter((candidate) => mayBeTried(candidate, current));
  const oauth2Hosts = new Set(
    kept.flatMap(({ settings }) => (settings.signIn === "oauth2" ? [settings.host] : [])),
  );
  const places = new Map(kept.map((candidate) => [candidate, placeOf(candidate, oauth2Hosts)]));
  const placeIn = (candidate: Candidate): readonly number[] => places.get(candidate) ?? [];
  return withoutRepeats(kept.toSorted((left, right) => compare(placeIn(left), placeIn(right))));
}

/** Without encryption a password would go in the clear; without a sign-in it works at best from the provider's own network. */
function mayBeTried({ settings }: Candidate, current: ServerSettings | null): boolean {
  const alreadyInTheClear = current?.security === "none" && current.host.toLowerCase() === settings.host;
  return settings.signIn !== "none" && (settings.security !== "none" || alreadyInTheClear);
}

/** Smaller is better, the first difference decides. */
function placeOf(candidate: Candidate, oauth2Hosts: ReadonlySet<string>): readonly number[] {
  const { settings, source, trust, ownNetworkOnly } = candidate;
  return [
    Number(settings.signIn !== "oauth2" && oauth2Hosts.has(settings.host)),
    Number(settings.security === "none"),
    Number(ownNetworkOnly),
    Number(trust === "guess"),
    candidateSource.among.indexOf(source),
    Number(settings.port === 25),
  ];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
