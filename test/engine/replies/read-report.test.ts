// Texts as users find them: what is kept of them, and who refused whom.

import { describe, expect, it } from "vitest";
import { readReport } from "../../../src/engine/replies/read-report.js";
import { isOneOf, refusedBy } from "../../../src/engine/replies/refused-by.js";

const postfixLine =
  "Nov 24 10:00:00 mail postfix/smtp[1234]: 4ABC: to=<carol@elsewhere.test>, relay=mx.elsewhere.test[192.0.2.1]:25, " +
  "delay=1, dsn=5.7.1, status=bounced (host mx.elsewhere.test[192.0.2.1] said: 554 5.7.1 <carol@elsewhere.test>: " +
  "Relay access denied (in reply to RCPT TO command))";

const eximBounce = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  carol@elsewhere.test
    host mx.elsewhere.test [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<carol@elsewhere.test>:
    550 relay not permitted

------ This is a copy of the message, including all the headers. ------

Return-path: <alice@example.test>
Subject: our secret plan

The body of the message.
`;

describe("Thunderbird's own alert", () => {
  it("gives the server's words and, by its ending, the step", () => {
    const report = readReport(
      "An error occurred while sending mail. The mail server responded:\nrelay not permitted.\n" +
        'Please check the message recipient "carol@elsewhere.test" and try again.',
    );
    expect(report).toMatchObject({
      refused: { kind: "own-server" },
      refusal: { stage: "rcpt", code: null, fault: null },
    });
    expect(report?.refusal?.lines.join(" ")).toMatch(/^relay not permitted/);
  });

  it("keeps its step, whatever the words are about", () => {
    const report = readReport(
      "An error occurred while sending mail. The mail server responded:\nAuthentication failed.\n" +
        'Please check the message recipient "carol@elsewhere.test" and try again.',
    );
    expect(report?.refusal?.stage).toBe("rcpt");
  });

  it("about a connection is a fault, not words of a server", () => {
    const report = readReport(
      "Sending of the message failed.\nThe message could not be sent because the connection to Outgoing server (SMTP) " +
        "mail.example.test timed out. Try again.",
    );
    expect(report?.refusal).toMatchObject({ fault: "timeout", lines: [] });
  });
});

describe("a bare reply", () => {
  it.each([
    ["530 5.7.0 Must issue a STARTTLS command first (SMTP)", 530],
    ["421 4.4.2 Connection timed out", 421],
    ["Must issue a STARTTLS command first", null],
  ])("is quoted, whatever it is about: %s", (text, code) => {
    expect(readReport(text)?.refusal).toMatchObject({ fault: null, code });
    expect(readReport(text)?.refusal?.lines).not.toEqual([]);
  });

  it("keeps its lines, however they end", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(readReport(`550-relay not permitted${end}550 ask us`)?.refusal?.lines).toEqual([
        "relay not permitted",
        "ask us",
      ]);
    }
  });

  it("within a short text is kept with what stands around it, of a long one alone", () => {
    const text = "Dear Alice,\nthe server says relay not permitted.\nBye";
    const long = `Dear Alice,\n${"It is a long story.\n".repeat(40)}the server says relay not permitted.\nBye`;
    expect(readReport(text, "webmail")?.refusal?.lines).toHaveLength(3);
    expect(readReport(long, "webmail")?.refusal?.lines).toEqual(["the server says relay not permitted."]);
  });

  it("that nobody knows is kept alone of what stands around it", () => {
    const text = "Dear Alice,\nI get this:\n550 zork blah\nWhat is it?\nBye";
    expect(readReport(text, "webmail")?.refusal?.lines).toEqual(["zork blah"]);
    expect(readReport(text.replace("550 ", ""), "webmail")).toBeNull();
  });

  it("of many lines keeps twelve", () => {
    const text = `550-relay not permitted\n${"550-ask us\n".repeat(40)}550 soon`;
    expect(readReport(text)?.refusal?.lines).toHaveLength(12);
  });

  it.each([
    ["smtp-reply", "own-server"],
    ["client-dialog", "own-server"],
    [undefined, "remote"],
  ] as const)("said as %s to whom it was said", (kind, refused) => {
    const text = "535 5.7.8 host mx.elsewhere.test[192.0.2.1] said: 535 5.7.8 zork";
    const report = readReport(text, kind);
    expect(report?.refused.kind).toBe(refused);
    expect(report?.refusal?.stage).toBe(kind === undefined ? "unknown" : "auth");
  });

  it.each([
    ["550 relay not permitted", 550, null, "relay not permitted"],
    ["550 5.7.1 Relaying denied", 550, "5.7.1", "Relaying denied"],
    ["554-5.7.1 Client host rejected: Access denied", 554, "5.7.1", "Client host rejected: Access denied"],
  ])("%s", (text, code, enhancedCode, line) => {
    expect(readReport(text)).toMatchObject({
      refused: { kind: "own-server" },
      refusal: { code, enhancedCode, lines: [line] },
    });
  });
});

describe("what another server said", () => {
  it("in a line of Postfix's log", () => {
    expect(readReport(postfixLine)).toMatchObject({
      refused: { kind: "remote" },
      refusingServer: "mx.elsewhere.test",
      refusal: { code: 554, enhancedCode: "5.7.1", stage: "rcpt", recipients: ["carol@elsewhere.test"] },
    });
  });

  it("in a line of Postfix's log, which is no letter, but for what waits", () => {
    expect(readReport(postfixLine)?.notice).toBeNull();
    const waiting = postfixLine
      .replace("bounced", "deferred")
      .replace(
        "554 5.7.1 <carol@elsewhere.test>: Relay access denied",
        "451 4.7.1 Message temporarily delayed",
      );
    expect(readReport(waiting)?.notice?.event).toBe("delayed");
  });

  it("of twenty recipients whom a log names, each once", () => {
    const named = Array.from(
      { length: 30 },
      (_, at) => `to=<u${String(at)}@e.test> to=<U${String(at)}@e.test>`,
    );
    const recipients = readReport(`550 relay not permitted, ${named.join(" ")}`)?.refusal?.recipients;
    expect(recipients).toEqual(Array.from({ length: 20 }, (_, at) => `u${String(at)}@e.test`));
  });

  it("of whom a notice's fields name, which no log has to", () => {
    const fields =
      "Final-Recipient: rfc822; carol@elsewhere.test\nAction: failed\nDiagnostic-Code: smtp; 550 no";
    expect(readReport(fields)?.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
  });

  it("in a bounce of Exim's, of which the returned message is not kept", () => {
    const report = readReport(eximBounce);
    expect(report).toMatchObject({
      refused: { kind: "remote" },
      refusingServer: "mx.elsewhere.test",
      refusal: {
        code: 550,
        lines: ["relay not permitted"],
        stage: "rcpt",
        recipients: ["carol@elsewhere.test"],
      },
    });
    expect(JSON.stringify(report)).not.toMatch(/secret|body/);
  });
});

describe("a text that is none", () => {
  it.each(["", "   \n", "Hello, how are you?", "See you at 550 Main Street"])("%j", (text) => {
    expect(readReport(text)).toBeNull();
  });
});

describe("who refused", () => {
  const own = ["example.test", "imap.example.test"];
  const reporter = "mail.example.test";

  it("is the server that a notice names, else the one that writes it where its own words say so", () => {
    expect(refusedBy({ kind: "remote", name: "mx.elsewhere.test" }, reporter, own)).toBe("other-server");
    expect(refusedBy({ kind: "remote", name: "mx2.example.test" }, reporter, own)).toBe("own-server");
    expect(refusedBy({ kind: "remote", name: null }, reporter, own)).toBe("other-server");
    expect(refusedBy({ kind: "reporter" }, reporter, own)).toBe("own-server");
    expect(refusedBy({ kind: "reporter" }, "mx.elsewhere.test", own)).toBe("other-server");
  });

  it("is nobody the user's where nobody did, or nobody is named", () => {
    expect(refusedBy({ kind: "nobody" }, reporter, own)).toBe("unknown");
    expect(refusedBy({ kind: "unknown" }, reporter, own)).toBe("unknown");
    expect(refusedBy({ kind: "reporter" }, null, own)).toBe("unknown");
    expect(refusedBy({ kind: "reporter" }, reporter, [])).toBe("unknown");
  });

  it("is the own provider under its other names too", () => {
    expect(refusedBy({ kind: "reporter" }, "googlemail.com", ["gmail.com"])).toBe("own-server");
    expect(refusedBy({ kind: "reporter" }, "x.prod.outlook.com", ["smtp.office365.com"])).toBe("own-server");
    expect(refusedBy({ kind: "reporter" }, "a1.smtp-out.amazonaws.com", ["amazonses.com"])).toBe(
      "own-server",
    );
    expect(refusedBy({ kind: "reporter" }, "googlemail.com.evil.test", ["gmail.com"])).toBe("other-server");
  });

  it("is never told by numbers that end alike", () => {
    expect(isOneOf("192.0.2.1", ["198.51.2.1", "example.test"])).toBe(false);
    expect(isOneOf("192.0.2.1", ["192.0.2.1"])).toBe(true);
    expect(isOneOf("192.0.2", ["198.0.2"])).toBe(false);
  });
});

it.each([
  "Der SMTP-Server hat die Nachricht abgelehnt, weil der Anhang zu groß ist.",
  "El servidor SMTP rechazó el mensaje porque el archivo adjunto no está permitido",
  "Ошибка SMTP: письмо не принято сервером",
  "SMTP エラー: 添付ファイルが拒否されました",
])("takes no other program's words about SMTP for an alert that nothing was reached: %s", (text) => {
  expect(readReport(text)).toBeNull();
});

it("reads a megabyte of hostile text in bounded time", () => {
  for (const piece of ["550 ", "from=<a", "host x [", "to=<", "(in reply", "\n  a@b"]) {
    const started = performance.now();
    readReport(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(200);
  }
});
