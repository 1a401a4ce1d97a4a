// A notice as users copy or forward it: with the marks of a quotation, or below a line that says so.

import { describe, expect, it } from "vitest";
import { mailInText, noticeIn } from "../../../src/engine/dsn/notice-in-text.js";

const letter = `This is the mail system at host MAIL.example.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 5.1.1
    no such user (in reply to RCPT TO command)`;

const quoted = (text: string, mark: string): string => text.replaceAll(/^/gm, mark);

describe("a notice", () => {
  it.each(["", "> ", ">", ">> ", ">>> "])("marked by %j is read as if it were not", (mark) => {
    expect(noticeIn(quoted(letter, mark)).notice).toMatchObject({
      reportingServer: "mail.example.test",
      fates: [{ recipient: "carol@elsewhere.test", event: "failed", reply: { code: 550 } }],
    });
  });

  it("that a person has forwarded was not written by that person", () => {
    const text = `From: bob@other.test\nSubject: Fwd: failure\n\nLook:\n\n---- Forwarded message ----\n\n${letter}`;
    expect(mailInText(text).headers).toEqual({});
    expect(noticeIn(text).notice?.fates).toMatchObject([{ recipient: "carol@elsewhere.test" }]);
  });
});

it("a forwarded notice keeps the message that came back with it, where that is a part of its own", () => {
  const text = `From: bob@other.test
Content-Type: multipart/mixed; boundary=b

--b

---- Forwarded message ----

${letter}
--b
Content-Type: text/rfc822-headers

Subject: mine
--b--
`;
  expect(mailInText(text)).toMatchObject({ headers: {}, returned: "Subject: mine" });
});

it("a few quoted lines make no quotation of a text", () => {
  const lines = (count: number): string => `Hello\n${"> one\n".repeat(count)}`;
  expect(mailInText(lines(4)).text).toContain("> one");
  expect(mailInText(lines(5)).text).not.toContain(">");
});
