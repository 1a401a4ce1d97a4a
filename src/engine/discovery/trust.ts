// How far a host may be believed to be the account's own (DESIGN §5, Credentials): by who named it, never by what it
// says of itself. DNS without DNSSEC can be forged, so what only DNS says counts where the host is the domain's own.

import type { CandidateSource, Trust } from "../model/probe.js";
import type { DiscoveryAccount } from "./candidate.js";
import { domainOf } from "./expected.js";
import { sameOwner } from "./same-owner.js";

const spokenFor: Readonly<Partial<Record<CandidateSource, Trust>>> = {
  policy: "configured",
  // Shipped with the program, or put beside it by who installed it.
  thunderbird: "configured",
  isp: "published-by-domain",
  ispdb: "published-by-ispdb",
};

/** `vouched`: for `mx`, that the ISP database is who said it, over HTTPS. */
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
  const spoken = spokenFor[source] ?? (source === "mx" && vouched ? "published-by-ispdb" : undefined);
  return spoken ?? (sameOwner(name, domainOf(sender.address)) ? "own-domain" : "guess");
}
