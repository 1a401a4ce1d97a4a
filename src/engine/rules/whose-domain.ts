// "Domain example.net listed in dbl" says not whose domain that is: the sender's own, one that a link in the message leads to,
// or a host's on the way. The sender's is known, and so is how much of the message had been sent.

import { domainOf } from "../model/address.js";
import type { Sender } from "../model/evidence.js";
import type { Classification } from "../model/reason.js";
import type { SmtpStage } from "../model/refusal.js";
import { sameOwner } from "../passwords/owner.js";

/** Nothing before it: "your domain …" and "sender domain …" say whose. */
const named = /^domain (?:name )?([\w-]+(?:\.[\w-]+)+) /;

/** What was taken for the sender's domain, as what it is. */
export function ofWhom(
  meaning: Classification | null,
  stage: SmtpStage,
  sender: Pick<Sender, "from" | "address">,
): Classification | null {
  const domain = meaning?.matter === "sender-domain" ? named.exec(meaning.basis)?.[1] : undefined;
  const isOwn = domain === undefined || [sender.from, sender.address].some((one) => mayBe(domain, one));
  if (meaning === null || isOwn) {
    return meaning;
  }
  const { reason, subReason, confidence, basis } = meaning;
  // Before DATA there is no link of anybody's that could be on a list.
  return stage === "data" || stage === "unknown"
    ? { reason, subReason: "spam", matter: "listed-content", confidence, basis }
    : { reason, subReason, confidence, basis };
}

/** In letters of its own a domain is not compared with what servers write for it (RFC 5890, A-label): it may be that one. */
function mayBe(domain: string, address: string): boolean {
  const own = domainOf(address);
  return sameOwner(own, domain) || (/[^ -~]/.test(own) && /(?:^|\.)xn--/.test(domain));
}
