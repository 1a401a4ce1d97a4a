// Published servers as candidates for one account: placeholders filled in, one candidate for each way to sign in, and
// after them the encrypted connections of the same hosts where the published one is not, or is an odd pair
// (587 with TLS, 465 with STARTTLS: mostly a slip, at some providers the truth).

import type { Candidate, CandidateSource } from "../model/probe.js";
import type { Security, ServerSettings, SignIn } from "../model/server-settings.js";
import type { DiscoveryAccount } from "../model/discovery-account.js";
import { expectedSignIn, expectedUserName, submission, submissionOverTls } from "./expected.js";
import { filledIn, hostFilledIn, isHostName } from "./published-server.js";
import type { PublishedServer } from "../model/published-server.js";
import { trustOf } from "./trust.js";

/** In the publisher's order. `vouched`: see `trustOf`. */
export function publishedCandidates(
  servers: readonly PublishedServer[],
  source: CandidateSource,
  account: DiscoveryAccount,
  vouched = false,
): readonly Candidate[] {
  const asPublished = servers.flatMap((server) =>
    settingsOf(server, account).map((settings) => ({
      settings,
      source,
      trust: trustOf(settings, source, account, vouched),
      ownNetworkOnly: server.ownNetworkOnly,
    })),
  );
  const usual = asPublished.flatMap((candidate) =>
    usualConnections(candidate.settings).map((settings) => ({ ...candidate, settings })),
  );
  return [...asPublished, ...usual];
}

function settingsOf(
  { host: pattern, port, security, signIns, userName: userPattern }: PublishedServer,
  { sender, incoming, current }: DiscoveryAccount,
): readonly ServerSettings[] {
  const host = hostFilledIn(pattern, sender.address)?.toLowerCase() ?? "";
  if (!isHostName(host)) {
    return [];
  }
  const userName =
    (userPattern === null ? null : filledIn(userPattern, sender.address)) ??
    expectedUserName(sender, incoming);
  const methods: readonly SignIn[] =
    signIns.length > 0 ? signIns : [expectedSignIn(current?.signIn ?? null, incoming)];
  return methods.map((signIn) => ({ host, port, security, signIn, userName }));
}

const usualSecurity: Readonly<Record<number, Security>> = { 465: "tls", 587: "starttls" };

function usualConnections(settings: ServerSettings): readonly ServerSettings[] {
  const usual = usualSecurity[settings.port] ?? settings.security;
  return settings.security !== "none" && usual === settings.security
    ? []
    : [submission, submissionOverTls].map((connection) => ({ ...settings, ...connection }));
}
