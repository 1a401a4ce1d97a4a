// The server says that it does not serve the sender's domain or account (guide cause 6).
// A recipient's domain that is not served is a relay refusal; an unknown recipient is `mailbox-unknown.ts`.

import { sentences, words } from "../phrase.js";

export const wrongServerNotHosting = [
  ...sentences({ means: "wrong-server-not-hosting", holdsInBounce: true }, [
    {
      said: "550 We do not host the domain example.com",
      by: "several",
      pattern:
        /(?:we|i|server|host|system) (?:do not|don't|does not|doesn't) (?:host|serve|handle|manage|know) (?:the |this |that |your )?(?:sender |sending )?(?:e-?mail )?domain/,
    },
    {
      said: "550 Sorry, domain example.com is not hosted on this server",
      by: "several",
      pattern:
        /(?<!recipient |recipient's |destination |target )domain (?:\S{1,80} |in your from address )?(?:is ?|was ?|has ?)?(?:not|n't|un)(?: been)? ?(?:hosted|registered|configured|provisioned|served|handled|managed|known|found|a? ?local)(?: domain)? (?:here|(?:on|at|by|in|to|with|for|of) (?:this|our|here|the|my)\b)/,
    },
    {
      said: "550 Your domain is not a local domain of this server",
      by: "several",
      pattern:
        /\b(?:your|sender|sender's|sending)(?: e-?mail)? domain\b[^.]{0,40}(?: not|n't| unknown)\b[^.]{0,24} (?:here|this|our)\b/,
    },
    {
      said: "550 no such domain here: sender example.com unknown to this server",
      by: "several",
      pattern:
        /sender (?:\S{1,80} )?(?:domain )?(?:is )?(?:unknown|not known|not local|not found) (?:to|on|at) (?:this|our)|no such (?:local )?domain (?:here|on this)|unknown local (?:sender )?domain/,
    },
    {
      said: "550 sender domain example.com is not one of ours",
      by: "several",
      pattern:
        /(?:sender|from|your) (?:address |domain )?[^;]{0,80}\b(?:not|isn't) (?:one of (?:our|my)s?\b|(?:in |of )?(?:our|my) (?:local )?domains?)/,
    },
    {
      said: "550 5.7.1 Domain example.com is not a local domain",
      by: "several",
      pattern:
        /\b(?<!recipient |recipient's |destination |target )domain \S{1,80} is not (?:a )?local(?: domain)?\b/,
      holdsInBounce: false,
    },
    {
      said: "550 example.com is not configured for this smtp server",
      by: "several",
      pattern:
        /not (?:configured|provisioned|enabled|valid|registered|known) (?:for|on|at|in|to) (?:use (?:on|with) )?(?:this|our) (?:smtp|mail|outgoing|e-?mail)(?: \w{1,12})? (?:server|host|system|service)/,
    },
    {
      said: "550 not local host example.com, not a gateway",
      by: "IMail",
      pattern: /not (?:a )?local (?:host|domain)\b.{0,80} not a gateway/,
    },
    {
      said: "501 user@example.com Sender email is not in my domain",
      by: "several",
      pattern:
        /sender[^.]{0,40} (?:is )?not in (?:my|our) (?:local )?domain|sender[^.]{0,24} domain[^.]{0,24} not in (?:my|our) list/,
    },
    {
      said: "550 Local user only or Authentication mechanism",
      by: "163",
      pattern: /local user only/,
    },
    {
      said: "550 This server does not host your domain",
      by: "several",
      pattern:
        /(?:does not|doesn't) (?:host|serve|handle|manage) (?:e?-?mail for )?(?:your|the sender|this sender|the sending)/,
    },
    {
      said: "535 Your account is not hosted on this server, use smtp.example.net instead",
      by: "providers with several clusters",
      pattern:
        /(?:account|mailbox|user|domain)[^.]{0,40}(?: not|n't) (?:hosted|located|served|available) (?:on|at|by|in) (?:this|our)|(?:account|mailbox|domain)[^.]{0,40} (?:hosted|located|moved) (?:on|to|at) (?:an?other|a different) (?:server|host|cluster|platform)|(?:wrong|incorrect) (?:smtp |mail |outgoing )?server (?:for|name)/,
    },
    {
      said: "550 Diese Domain wird auf diesem Server nicht gehostet",
      by: "German, French, Spanish, Italian",
      pattern:
        /domain[^.]{0,40} (?:nicht gehostet|nicht bekannt|nicht eingerichtet)|domaine[^.]{0,40} (?:non|pas) h[eé]berg|dominio[^.]{0,40} no (?:est[aá] )?(?:alojado|hospedado)|dominio[^.]{0,40} non (?:[eè] )?(?:ospitato|gestito)/,
    },
  ]),
  ...words("wrong-server-not-hosting", [
    {
      said: "550 This domain is not hosted here",
      by: "general",
      pattern:
        /(?<!recipient |recipient's |destination |target )(?:domain|account)[^.;]{0,60}(?: not|n't) (?:hosted|served|handled|managed) (?:here|by us)/,
      holdsInBounce: true,
    },
  ]),
];
