// Whose words tell what became of a recipient: a field's for machines, those beside the address, or all that is told.

import { describe, expect, it } from "vitest";
import { worstSaying, type Fate } from "../../../src/engine/dsn/notice.js";
import { noticeIn } from "../../../src/engine/dsn/notice-in-text.js";
import { textAlone } from "../../../src/engine/dsn/mail.js";

function fatesIn(text: string): readonly Fate[] {
  return noticeIn(text).notice?.fates ?? [];
}

/** A report's text for people and its fields. */
function report(text: string, status: string): string {
  return `From: Mail Delivery System <MAILER-DAEMON@mail.example.test>
Subject: Report
Content-Type: multipart/report; report-type=delivery-status; boundary=b1

--b1

${text}

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

${status}
--b1--
`;
}

const carol = "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\n";
const dave = "Final-Recipient: rfc822; dave@elsewhere.test\nAction: failed\n";

/** A notice in words alone, that names in its headers whom it is about. */
const named = (text: string): string => `From: Mail Delivery System <Mailer-Daemon@mail.example.test>
X-Failed-Recipients: Carol@elsewhere.test, dave@elsewhere.test
Subject: Mail delivery failed

${text}`;

describe("by fields", () => {
  it("a Diagnostic-Code is the reply, also where the reporter's sentence stands around it", () => {
    const said = "host mx.elsewhere.test[192.0.2.1] said: 550 5.7.1 Relay access denied";
    const [fate] = fatesIn(report("See below.", `${carol}Diagnostic-Code: x-postfix; ${said}`));
    expect(fate).toMatchObject({
      reply: { code: 550, enhancedCode: "5.7.1", text: "550 5.7.1 Relay access denied" },
      wordsFrom: "diagnostic-code",
      words: said,
    });
  });

  it.each([
    ["smtp", "Mailbox closed, 5.2.1", "5.2.1"],
    ["x-mail", "Mailbox closed, 5.2.1", undefined],
    ["smtp", "no answer", undefined],
  ])("a Diagnostic-Code of type %s without a code: %s", (type, said, enhancedCode) => {
    const [fate] = fatesIn(report("See below.", `${carol}Diagnostic-Code: ${type}; ${said}`));
    expect(fate?.reply?.enhancedCode).toBe(enhancedCode);
  });

  it("the step is told by all of the text where one recipient's field does not say it", () => {
    const text =
      "The server refused (in reply to RCPT TO command).\n\n<carol@elsewhere.test>: no account of ours";
    const [fate] = fatesIn(report(text, `${carol}Diagnostic-Code: smtp; 550 no`));
    expect(fate).toMatchObject({ stage: "rcpt", words: "550 no" });
  });

  it("without a Diagnostic-Code each recipient has what stands beside its address", () => {
    const text = "<dave@elsewhere.test>: 552 mailbox full\n<carol@elsewhere.test>: 550 no such user";
    expect(fatesIn(report(text, `${carol}\n${dave}`))).toMatchObject([
      { recipient: "carol@elsewhere.test", wordsFrom: "beside-address", words: "550 no such user" },
      { recipient: "dave@elsewhere.test", wordsFrom: "beside-address", reply: { code: 552 } },
    ]);
  });

  it("a Remote-MTA without a Diagnostic-Code is who refused", () => {
    const [fate] = fatesIn(report("No luck.", `${carol}Remote-MTA: dns; mx.elsewhere.test`));
    expect(fate).toMatchObject({
      refuser: { kind: "remote", name: "mx.elsewhere.test" },
      wordsFrom: "whole-text",
    });
  });

  it("who refused is told by the text where one recipient's field does not name it", () => {
    const text = "<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 no";
    const [fate] = fatesIn(report(text, `${carol}Diagnostic-Code: smtp; 550 no`));
    expect(fate?.refuser).toEqual({ kind: "remote", name: "mx.elsewhere.test" });
  });

  it("whoever has no Diagnostic-Code is found in the text by either address", () => {
    const sales = "Original-Recipient: rfc822; sales@elsewhere.test\n";
    const text = "<dave@elsewhere.test>: 552 mailbox full\n<carol@elsewhere.test>: 550 no such user";
    expect(fatesIn(report(text, `${dave}Diagnostic-Code: smtp; 452 full\n\n${sales}${carol}`))).toMatchObject(
      [
        { recipient: "dave@elsewhere.test", words: "452 full" },
        { recipient: "sales@elsewhere.test", wordsFrom: "beside-address", words: "550 no such user" },
      ],
    );
  });

  it("of several recipients whom the text does not name nothing is said", () => {
    expect(fatesIn(report("550 no such user", `${carol}\n${dave}`))).toMatchObject([
      { words: "", reply: null, refuser: { kind: "unknown" } },
      { words: "", reply: null, refuser: { kind: "unknown" } },
    ]);
  });
});

describe("by words", () => {
  it("whom only a header names has all that is said, the others what stands beside them", () => {
    const text = "It could not be delivered:\n\n  carol@elsewhere.test\n    550 no such user here\n";
    expect(fatesIn(named(text))).toMatchObject([
      { recipient: "carol@elsewhere.test", wordsFrom: "beside-address", reply: { code: 550 } },
      { recipient: "dave@elsewhere.test", wordsFrom: "whole-text", reply: { code: 550 } },
    ]);
    expect(fatesIn(named(text))).toHaveLength(2);
  });

  it("who stands in the text and not in the header that names them is none of those it is about", () => {
    const text =
      "Failed:\n\n<carol@elsewhere.test>:\n550 no such user\n\n<erin@elsewhere.test>:\n550 no such user either";
    expect(fatesIn(named(text)).map(({ recipient }) => recipient)).toEqual([
      "carol@elsewhere.test",
      "dave@elsewhere.test",
    ]);
  });

  it("a header names addresses, and nobody else", () => {
    const text = named("It could not be delivered.").replace(
      "Carol@elsewhere.test",
      "undisclosed recipients",
    );
    expect(fatesIn(text).map(({ recipient }) => recipient)).toEqual(["dave@elsewhere.test"]);
  });

  it("one reply below holds for all whose names stand above it", () => {
    const text =
      "Failed:\n\n<carol@elsewhere.test>:\n<dave@elsewhere.test>:\n\nIt said 550 5.1.1 nobody of that name";
    expect(fatesIn(named(text)).map(({ recipient, reply }) => [recipient, reply?.code])).toEqual([
      ["carol@elsewhere.test", 550],
      ["dave@elsewhere.test", 550],
    ]);
  });

  it("without any reply long words are one's own, short ones of all are not", () => {
    const long = "we have looked for an account of this name and there is none";
    const words = (carol: string, dave: string): readonly string[] =>
      fatesIn(named(`<carol@elsewhere.test>: ${carol}\n<dave@elsewhere.test>: ${dave}`)).map(
        ({ wordsFrom }) => wordsFrom,
      );
    expect(words(long, long)).toEqual(["beside-address", "beside-address"]);
    expect(words(long, "no")).toEqual(["beside-address", "beside-address"]);
    expect(words("no", "no")).toEqual(["whole-text", "whole-text"]);
  });

  it("of a long text no more is kept than of one part", () => {
    const [fate] = fatesIn(`Your message could not be delivered.\n${"Some words.\n".repeat(3_000)}`);
    expect(fate).toMatchObject({ event: "failed", recipient: null, wordsFrom: "whole-text" });
    expect(fate?.words).toHaveLength(16_384);
  });

  it("an address for help is nobody's", () => {
    const text = "Your message could not be delivered.\n\n<postmaster@mail.example.test>: ask there";
    expect(fatesIn(text).map(({ recipient }) => recipient)).not.toContain("postmaster@mail.example.test");
  });
});

describe("a line alone", () => {
  it("is a reply, or a field", () => {
    expect(worstSaying(textAlone("550 5.1.1 no such user"))).toMatchObject({
      reply: { code: 550 },
      wordsFrom: "whole-text",
      status: null,
    });
    expect(worstSaying(textAlone("Status: 5.1.1"))).toMatchObject({ status: "5.1.1", reply: null });
  });

  it("is not all where there are fields", () => {
    const mail = { ...textAlone("550 no such user"), status: `${carol}Diagnostic-Code: smtp; 552 full` };
    expect(worstSaying(mail)).toMatchObject({ recipient: "carol@elsewhere.test", words: "552 full" });
  });

  it("that tells nothing says nothing", () => {
    expect(worstSaying(textAlone("Lunch on Tuesday?"))).toBeNull();
  });
});
