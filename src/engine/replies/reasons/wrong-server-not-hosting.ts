// The server says that it does not serve the sender's domain or account (guide cause 6).

import { sentences } from "../phrase.js";

export const wrongServerNotHosting = sentences("wrong-server-not-hosting", [
  {
    said: "550 We do not host the domain example.com",
    by: "several",
    pattern:
      /(?:we|i|server) (?:do not|don't|does not|doesn't) (?:host|serve|handle) (?:the |this |that )?(?:sender |sending )?domain/,
  },
  {
    said: "550 Sorry, domain example.com is not hosted on this server",
    by: "several",
    pattern:
      /domain (?:\S{1,80} )?(?:is |was )?not (?:hosted|registered|configured|served|handled|local) (?:on|here|at|by|in|to|with) (?:this|our|here|the)?/,
  },
  {
    said: "550 no such domain here: sender example.com unknown to this server",
    by: "several",
    pattern:
      /sender (?:\S{1,80} )?(?:domain )?(?:is )?(?:unknown|not known|not local) (?:to|on|at) (?:this|our)/,
  },
  {
    said: "550 not local host example.com, not a gateway",
    by: "several",
    pattern: /not (?:a )?local (?:host|domain)\b.{0,80} not a gateway/,
    holdsInBounce: true,
  },
  {
    said: "501 user@example.com Sender email is not in my domain",
    by: "several",
    pattern: /sender[^.]{0,40} (?:is )?not in (?:my|our) domain/,
    holdsInBounce: true,
  },
  {
    said: "550 Local user only or Authentication mechanism",
    by: "163",
    pattern: /local user only/,
    holdsInBounce: true,
  },
  {
    said: "550 Sender domain is not hosted here",
    by: "several",
    pattern:
      /(?:sender|your|from)\b[^.]{0,24} domain[^.]{0,60} (?:not (?:hosted|served|local|handled|configured|managed|found|registered) (?:here|on this|by this|at this|in this)|isn't (?:hosted|local))/,
    holdsInBounce: true,
  },
  {
    said: "550 This server does not host your domain",
    by: "several",
    pattern: /(?:does not|doesn't) (?:host|serve|handle) (?:your|the sender|this sender|the sending)/,
    holdsInBounce: true,
  },
]);
