// "You may not send as this address" in general words: the sender, a refusal, the log-in, in any order. Whole sentences:
// `sender-not-allowed.ts`.

import { words } from "../phrase.js";

export const senderNotAllowedGeneral = words("sender-not-allowed", [
  {
    said: "550 Incorrect sender header (LOCAL)",
    by: "Interia and other providers, to webmail",
    pattern: /(?:incorrect|wrong) sender\b/,
  },
  {
    said: "554 5.7.1 Recipient address rejected: Username other@example.net and sender doesn't match",
    by: "general: the log-in, the sender, a refusal",
    pattern:
      /(?:user ?name|login|account|auth\w{0,12})\b[^.;]{0,50} (?:sender|from)\b[^.;]{0,30}(?: not|n't) (?:the )?(?:match|same|equal|agree|correspond)/,
  },
  {
    said: "550 Sorry, your authentication credentials do not match the return-path",
    by: "general: the log-in, a refusal, the sender",
    pattern:
      /\b(?:user ?name|log ?in|account|auth\w{0,12}|credentials?)\b[^.;]{0,40}(?: not|n't) (?:match|agree|correspond|equal|own)\w{0,3}\b[^.;]{0,24} (?:sender|from|return[ -]path|envelope)\b|(?:return[ -]path|sender|from)\b[^.;]{0,16} not (?:yours|your own)\b/,
  },
  {
    said: "550 From is wrong for the logged-in account",
    by: "general: the sender, a refusal, the log-in",
    pattern:
      /\b(?:sender|from|envelope|originator)\b[^.;]{0,50}(?:n't| not| must| mismatch| differs?| different| wrong| unauthori[sz]ed| only)\b[^.;]{0,50} (?:auth\w{0,12} (?:user|id\b|account|address|name|identity|sender)|your auth|log ?in\b|logged|user ?name|sasl|credential)/,
  },
  {
    said: "554 5.7.1 Sender address rejected: Access denied",
    by: "Postfix",
    pattern: /sender address rejected: access denied/,
  },
  {
    said: "550 The sender address you used is not registered",
    by: "general: the sender is nobody's here",
    pattern:
      /(?:sender|from)(?: e-?mail)? address[^.;]{0,24} not (?:registered|verified|confirmed|set up|assigned|activated)\b|\bidentity (?:\S{1,80} )?(?:is )?not (?:allowed|permitted|verified|authori[sz]ed)/,
  },
  {
    said: "550 invalid sender for this account",
    by: "general",
    pattern:
      /(?:sender|from)(?: address)?[^.;]{0,30} (?:not (?:allowed|permitted|authori[sz]ed)|invalid|unauthori[sz]ed)[^.;]{0,30} (?:account|user|login|auth)|invalid sender for (?:this|your)/,
  },
  {
    said: "550 5.1.0 <user@example.com> sender rejected",
    by: "konto.pl, Cox",
    pattern: /@ sender rejected/,
    inBounce: "blocklist",
  },
  {
    said: "550 5.7.1 sender mismatch",
    by: "general",
    pattern: /(?:sender|from)(?: address| name| header| domain)?[- ](?:mismatch|does not match|not match)/,
    inBounce: "policy",
  },
]);
