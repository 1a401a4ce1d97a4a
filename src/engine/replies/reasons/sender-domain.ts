// The sender's own domain is not found or not taken at its word (RFC 3463 X.1.7, X.1.8): the address in From, or its
// domain's entries in DNS, are to be looked at, not the recipient's.

import { sentences } from "../phrase.js";

export const senderDomain = sentences("other", [
  {
    said: "450 4.1.8 <user@example.com>: Sender address rejected: Domain not found",
    by: "Postfix",
    pattern:
      /sender address rejected: (?:domain not found|malformed dns)|(?:sender|sender's|from:?) domain (?:is invalid|is not found|not found|does not exist|must (?:exist|resolve))|domain of sender(?: address)? (?:@|\S{1,80}) does/,
    matter: "sender-domain",
  },
]);
