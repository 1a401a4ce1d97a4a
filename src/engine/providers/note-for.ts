// Which provider's note is about an account: by the server it sends through, then by the mail domain. A note of the
// domain alone says nothing about what another provider's server has refused.

import { domainOf } from "../model/address.js";
import { sameOwner } from "../passwords/owner.js";
import type { Evidence } from "../model/evidence.js";
import type { ServerSettings } from "../model/server-settings.js";
import { isBelow } from "./is-below.js";
import type { ProviderNote } from "./note.js";
import { notes } from "./notes/index.js";

/** Null where no note is about it. */
export function noteFor({
  sender,
  outgoing,
  incoming,
  candidates,
}: Pick<Evidence, "sender" | "outgoing" | "incoming" | "candidates">): ProviderNote | null {
  const server = outgoing.kind === "smtp" && outgoing.server.host !== "" ? outgoing.server : null;
  if (server !== null) {
    return noteAt(server, sender.address);
  }
  // Who owns the domain's mail exchanger, as far as a look-up has told: the server that is published for it.
  const exchanger = candidates.find(({ source }) => source === "mx")?.settings.host ?? incoming?.host ?? null;
  return noteOfDomain(domainOf(sender.address)) ?? (exchanger === null ? null : noteOfHost(exchanger));
}

/** The note about an account that sends through this server. */
export function noteAt(
  { host, userName }: Pick<ServerSettings, "host" | "userName">,
  address: string,
): ProviderNote | null {
  const ofDomain = noteOfDomain(domainOf(userName.includes("@") ? userName : address));
  const ofHost = noteOfHost(host);
  if (ofDomain === null) {
    return ofHost;
  }
  const isHome =
    isAtHome(ofDomain, host) ||
    (ofHost !== null && ofDomain.hostedBy === ofHost.id) ||
    // A provider's own program between Thunderbird and its servers.
    isThisComputer(host);
  return isHome ? ofDomain : (ofHost ?? (sameOwner(host, domainOf(address)) ? ofDomain : null));
}

const byHost = new Map(notes.flatMap((note) => note.hosts.map((claim) => [claim, note] as const)));
const byDomain = new Map(notes.flatMap((note) => note.domains.map((domain) => [domain, note] as const)));

/** The narrowest claim wins: "rogers.yahoo.com" before "yahoo.com". */
function noteOfHost(host: string): ProviderNote | null {
  const labels = host.toLowerCase().split(".");
  const claim = labels.map((_, at) => labels.slice(at).join(".")).find((name) => byHost.has(name));
  return byHost.get(claim ?? "") ?? null;
}

function noteOfDomain(domain: string): ProviderNote | null {
  return byDomain.get(domain) ?? null;
}

function isAtHome({ hosts, facts }: ProviderNote, host: string): boolean {
  return [...hosts, ...(facts.moved?.from ?? [])].some((claim) => isBelow(host, claim));
}

function isThisComputer(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
