// A bounce of a message of Bob's, as it lies in his folder.

import type { ReturnedMail } from "../../../src/engine/model/returned-mail.js";

export const bounce: ReturnedMail = {
  headerMessageId: "bounce1@mail.other.test",
  accountId: "account2",
  to: ["bob@other.test"],
  headers: {
    received: ["from Debian-exim by mail.other.test with local (Exim 4.96) id 1; now"],
    "return-path": ["<>"],
    from: ["Mailer-Daemon@mail.other.test"],
  },
  text: "A message that you sent could not be delivered.",
  status: `Reporting-MTA: dns; mail.other.test

Action: failed
Final-Recipient: rfc822;carol@elsewhere.test
Status: 5.0.0
Remote-MTA: dns; mx.elsewhere.test
Diagnostic-Code: smtp; 550 relay not permitted
`,
  returned:
    "Received: from [192.0.2.7] by mail.other.test with esmtpsa; now\nFrom: Bob <bob@other.test>\nMessage-ID: <one@other.test>\nSubject: our secret plan\n\nmeet me",
};
export const seenBounce = {
  messageId: 1,
  author: "Mailer-Daemon@mail.other.test",
  subject: "Mail delivery failed",
};
