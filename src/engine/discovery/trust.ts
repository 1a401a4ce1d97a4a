// How far a host may be believed to be the account's own (DESIGN §5, Credentials): by who named it, never by what it
// says of itself. DNS without DNSSEC can be forged, so what only DNS says counts where the host is the domain's own.

import type { CandidateSource, Trust } from "../model/probe.js";
import type { DiscoveryAccount } from "./candidate.js";
import { domainOf } from "./expected.js";
import { sameOwner } from "./same-owner.js";

/** Who needs nobody's word: it is the program's own, or comes from who manages it. */
const given: ReadonlySet<CandidateSource> = new Set(["policy", "thunderbird"]);

const spokenFor: Readonly<Partial<Record<CandidateSource, Trust>>> = {
  isp: "published-by-domain",
  ispdb: "published-by-ispdb",
  // What the database says of the owner of the mail exchanger.
  mx: "published-by-ispdb",
};

/** `vouched`: the source itself said it, over HTTPS, and led to nobody else's page. */
export function trustOf(
  host: string,
  source: CandidateSource,
  { sender, incoming, current }: DiscoveryAccount,
  vouched = false,
): Trust {
  const name = host.toLowerCase();
  if ([incoming?.host, current?.host].some((configured) => configured?.toLowerCase() === name)) {
    return "configured";
  }
  if (given.has(source)) {
    return "configured";
  }
  const spoken = vouched ? spokenFor[source] : undefined;
  return spoken ?? (sameOwner(name, domainOf(sender.address)) ? "own-domain" : "guess");
}
