// What went wrong between two servers, after the own one had taken the message: tried in vain for days, sent in circles.

import { sentences } from "../phrase.js";

export const onTheWay = sentences("other", [
  {
    said: "I'm not going to try again; this message has been in the queue too long.",
    by: "qmail, Exim, Sendmail, OpenSMTPD, Exchange",
    pattern:
      /in the queue too long|message (?:has )?expired|envelope expired|retry time(?:out)? (?:not reached|exceeded)|(?:message|delivery) (?:time )?(?:timed? ?out|expired)|could not be delivered for \d{1,2} days|failed repeatedly and timed out|delivery (?:was |has been )?aborted after|exceeded maximum delivery attempts|unsuccessful delivery attempts|delivery failed \d{1,3} attempts|after multiple retries|allowed queue period|not been collected after/,
    matter: "given-up",
  },
  {
    said: "5.4.6 mail for example.com loops back to myself",
    by: "Postfix, Sendmail, Exchange, qmail",
    pattern:
      /loops? (?:back|detected)|(?:mail|routing|delivery) loop|too many hops|hop count exceeded|maximum hop|points back to|message (?:is )?looping|forwarding loop|loop was found|exceeded \d{1,3} hops|message depth exceeded/,
    matter: "loop",
  },
]);
