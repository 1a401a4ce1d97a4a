// The server does not know a parameter of MAIL FROM or RCPT TO (RFC 5321 §4.1.1.11, code 555). The one that a user asks
// for is the delivery notice (RFC 3461: RET, ENVID, NOTIFY); the rest Thunderbird sends only where it was offered.

import { sentences } from "../phrase.js";

export const deliveryNotice = sentences({ means: "other", matter: "delivery-notice" }, [
  {
    said: "555 5.5.4 Unsupported option: ENVID=8d7984b6",
    by: "Postfix, OpenSMTPD",
    pattern: /unsupported option|option (?:is )?not supported/,
  },
  {
    said: "555 MAIL FROM parameters not recognized or not implemented",
    by: "RFC 5321, Sendmail, Exim",
    pattern:
      /(?:mail from|rcpt to|mail|rcpt) (?:command )?parameters? (?:\S{1,40} )?(?:not recogni[sz]ed|un ?recogni[sz]ed|unknown|not implemented|unsupported)|parameter un ?recogni[sz]ed|malformed address: \S{1,80} may not follow|\b(?:notify|envid|ret)= ?\S{0,80}(?: not|n't| may not| unknown)/,
  },
]);
