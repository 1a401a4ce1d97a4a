// Where to connect, chosen among the candidates that answered: where the host is to stay, the wish itself and then the
// host's other port; else the best-trusted one. Without any look at servers the wish stands as it is.

import { serverOf, withoutRepeats } from "../discovery/to-ask.js";
import { signsIn, type ServerSettings } from "../model/server-settings.js";
import type { CandidateSource, Endpoint, ProbedCandidate } from "../model/probe.js";
import { signInFor } from "./sign-in-for.js";

export interface Choice {
  readonly settings: ServerSettings;
  /** Null where the wish was not among the candidates. */
  readonly candidate: ProbedCandidate | null;
}

/**
 * Best first. Empty where servers were looked at and none of them will do. `hostInUse`: null where there is none; a
 * wish for another host is a guess, which a published one goes before.
 */
export function chooseEndpoints(
  wish: ServerSettings,
  candidates: readonly ProbedCandidate[],
  hostInUse: string | null,
): readonly Choice[] {
  const looked = candidates.filter(({ probe }) => probe !== null);
  if (looked.length === 0) {
    return [unseen(wish, candidates, hostInUse)];
  }
  const choices = looked.flatMap((candidate) => {
    const settings = fitting(wish, candidate);
    return settings === null ? [] : [{ settings, candidate }];
  });
  const hostStays = hostInUse !== null && isSameHost(wish, { host: hostInUse });
  return withoutRepeats(
    hostStays
      ? choices.sort((left, right) => distance(left.settings, wish) - distance(right.settings, wish))
      : choices,
  );
}

/** Nobody has looked at a server: what is published for the account goes before the wish, unless it agrees. */
function unseen(
  wish: ServerSettings,
  candidates: readonly ProbedCandidate[],
  hostInUse: string | null,
): Choice {
  const agrees = ({ settings }: ProbedCandidate): boolean => sameEndpoint(settings, wish);
  const published = candidates.filter(isPublished);
  const sameHost = published.find(({ settings }) => isSameHost(settings, { host: hostInUse ?? "" }));
  // A guess that agrees with the wish, itself a guess, says nothing.
  const better = published.find(agrees) ?? sameHost ?? published[0];
  if (better === undefined || agrees(better)) {
    return { settings: wish, candidate: better ?? candidates.find(agrees) ?? null };
  }
  const { settings } = better;
  const signIn = settings.signIn === "oauth2" || !signsIn(wish.signIn) ? settings.signIn : wish.signIn;
  return {
    settings: { ...settings, signIn, userName: settings.userName || wish.userName },
    candidate: better,
  };
}

/** Sources that say the form of the user name too; at the host in use the one that is set stays. */
export const publishers: readonly CandidateSource[] = ["policy", "thunderbird", "isp", "ispdb", "mx"];

/** Written down for the domain by somebody, and encrypted. */
export function isPublished({ source, settings }: ProbedCandidate): boolean {
  return publishers.includes(source) && settings.security !== "none";
}

/** The candidate's endpoint with a sign-in that it offers; null where it did not answer or none fits. */
function fitting(wish: ServerSettings, { settings, probe, source }: ProbedCandidate): ServerSettings | null {
  if (probe?.answer.kind !== "answers" || settings.security === "none") {
    return null;
  }
  // Published settings that say OAuth2 are followed; ours never turn it into anything else.
  const wanted = settings.signIn === "oauth2" ? "oauth2" : wish.signIn;
  const signIn = signInFor(wanted, probe.answer.offeredSignIn);
  const { port, security } = settings;
  const saysUserName = publishers.includes(source) && settings.userName !== "" && !isSameHost(settings, wish);
  const userName = saysUserName ? settings.userName : wish.userName;
  // The same host written otherwise is no other host: the entry in use keeps its spelling, and its saved password.
  const host = isSameHost(settings, wish) ? wish.host : settings.host;
  return signIn === null ? null : { host, port, security, signIn, userName };
}

function distance(settings: ServerSettings, wish: ServerSettings): number {
  if (sameEndpoint(settings, wish)) {
    return 0;
  }
  return isSameHost(settings, wish) ? 1 : 2;
}

export function sameEndpoint(left: Endpoint, right: Endpoint): boolean {
  return serverOf(left) === serverOf(right);
}

export function isSameHost(left: Pick<Endpoint, "host">, right: Pick<Endpoint, "host">): boolean {
  return left.host.toLowerCase() === right.host.toLowerCase();
}
