// How far a host may be believed to be the account's own (DESIGN §5, Credentials): by who named it, never by what it
// says of itself. The rule itself is passwords/may-go.ts; here it is asked with what each source has said.

import type { CandidateSource, Trust } from "../model/probe.js";
import type { ServerSettings } from "../model/server-settings.js";
import { given, isKnownHost } from "../passwords/passwords-for.js";
import type { DiscoveryAccount } from "../model/discovery-account.js";

/** What a source's word amounts to, where it said it itself. DNS can be forged: `mx` and `srv` vouch for nothing. */
const words: Readonly<Partial<Record<CandidateSource, Trust>>> = {
  policy: "configured",
  thunderbird: "configured",
  isp: "published-by-domain",
  ispdb: "published-by-ispdb",
};

/** `vouched`: the source itself said it, over HTTPS, and led to nobody else's page. */
export function trustOf(
  to: Pick<ServerSettings, "host" | "userName">,
  source: CandidateSource,
  account: DiscoveryAccount,
  vouched = false,
): Trust {
  const word = vouched || given.includes(source) ? words[source] : undefined;
  const isOwn = isKnownHost(to, account);
  const configured = [account.incoming?.host, account.current?.host].map((host) => host?.toLowerCase());
  if (isOwn && configured.includes(to.host.toLowerCase())) {
    return "configured";
  }
  if (word !== undefined && isKnownHost(to, account, [{ settings: to, source, trust: word }])) {
    return word;
  }
  return isOwn ? "own-domain" : "guess";
}
