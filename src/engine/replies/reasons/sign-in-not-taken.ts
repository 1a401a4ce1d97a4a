// The server knows no AUTH on this connection: port 25, or before TLS. No password was looked at.

import { sentences } from "../phrase.js";

export const signInNotTaken = sentences("auth-failed", [
  {
    said: '500 5.5.1 Command unrecognized: "AUTH PLAIN"',
    by: "Sendmail where it takes no sign-in: port 25, or before TLS",
    pattern:
      /command "?auth"? (?:is )?(?:not (?:recogni[sz]ed|implemented|supported|known)|un ?recogni[sz]ed|unknown)|command (?:is )?(?:un ?recogni[sz]ed|not recogni[sz]ed|unknown|not (?:implemented|supported))[ :("']{1,4}auth\b|auth\b['")]{0,2} (?:command )?(?:is )?(?:un ?recogni[sz]ed|not recogni[sz]ed|unknown command)/,
    matter: "sign-in-not-taken",
  },
]);
