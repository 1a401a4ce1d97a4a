// Who refused, where a notice of delivery comes without the account: the names in the mail itself have to do.

import { describe, expect, it } from "vitest";
import { judgeNotice } from "../../../src/engine/replies/judge-notice.js";

function notice({
  by = "mx.elsewhere.test",
  to = "Alice <alice@example.test>",
  action = "failed",
  returned = "Subject: mine",
}: {
  readonly by?: string;
  readonly to?: string;
  readonly action?: string;
  readonly returned?: string;
} = {}): string {
  return `From: Mail Delivery System <MAILER-DAEMON@gateway.test>
To: ${to}
Subject: Report
Content-Type: multipart/report; report-type=delivery-status; boundary=b1

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; gateway.test

Final-Recipient: rfc822; carol@elsewhere.test
Action: ${action}
Status: 5.7.1
Remote-MTA: dns; ${by}
Diagnostic-Code: smtp; 550 5.7.1 relay not permitted

--b1
Content-Type: text/rfc822-headers

${returned}

--b1--
`;
}

describe("the server that refused is the user's own", () => {
  it.each([
    ["where it is that of whom the notice went to", notice({ by: "mx.EXAMPLE.test" }), []],
    [
      "where it is that of who had sent the mail",
      notice({ by: "mx.sender.test", returned: "From: Alice <alice@Sender.test>" }),
      [],
    ],
    [
      "where the sender had signed in at it",
      notice({
        by: "smtp.provider.test",
        returned: "Received: from laptop by smtp.provider.test with ESMTPSA; now",
      }),
      [],
    ],
    ["where the account says so", notice({ by: "mx.account.test" }), ["smtp.account.test"]],
  ])("%s", (_, text, own) => {
    expect(judgeNotice(text, own)).toMatchObject({ event: "failed", by: "own-server" });
  });
});

describe("it is another's", () => {
  it.each([
    ["where no name of the user's is its", notice()],
    ["where the mail names nobody it went to", notice({ to: "undisclosed recipients" })],
    [
      "where more recipients are named than a notice has",
      notice({ to: "<a@one.test>\nTo: <b@two.test>\nTo: <c@three.test>\nTo: <d@elsewhere.test>" }),
    ],
    [
      "where a name of its stands far behind whom it went to",
      notice({ to: `${"x ".repeat(250)}<d@elsewhere.test>` }),
    ],
    [
      "where it only passed the mail on",
      notice({ by: "mx.other.test", returned: "Received: from a by mx.other.test with ESMTP; now" }),
    ],
  ])("%s", (_, text) => {
    expect(judgeNotice(text, [])).toMatchObject({ event: "failed", by: "other-server" });
  });
});

it("nobody has refused what is only late", () => {
  expect(judgeNotice(notice({ action: "delayed" }), [])).toMatchObject({ event: "delayed", by: "unknown" });
});

describe("a text", () => {
  it("that is no notice has no event", () => {
    expect(judgeNotice("Lunch on Tuesday?", [])).toMatchObject({ event: "none", by: "unknown" });
  });

  it("a person's mail with a report among its parts is one by the report's fields", () => {
    const text = notice()
      .replace("Mail Delivery System <MAILER-DAEMON@gateway.test>", "Bob <bob@other.test>")
      .replace("Subject: Report", "Subject: Fwd: Lunch")
      .replace("multipart/report; report-type=delivery-status;", "multipart/mixed;");
    expect(judgeNotice(text, [])).toMatchObject({ event: "failed", by: "other-server" });
  });

  it("copied out of a notice is one by its words; a person's mail with the same words is none", () => {
    const words = "I was unable to deliver your message.\n\n<carol@elsewhere.test>:\n550 no such user here";
    expect(judgeNotice(words, []).event).toBe("failed");
    expect(judgeNotice(`From: bob@other.test\nSubject: Re: your mail\n\n${words}`, []).event).toBe("none");
  });
});
