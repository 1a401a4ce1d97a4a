// A mail's source taken apart: boundaries, transfer encodings, what has no plain text, and what is hostile.

import { describe, expect, it } from "vitest";
import { mailIn } from "../../../src/engine/dsn/raw-mail.js";
import { wordsOfHtml } from "../../../src/engine/dsn/html-text.js";

const head = "From: MAILER-DAEMON@example.test\nSubject: x\n";

describe("a mail's source", () => {
  it("gives its parts, with their transfer encodings undone", () => {
    const mail = mailIn(`${head}Content-Type: multipart/report; boundary="a b"

preamble
--a b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Nicht zugestellt: k=C3=B6nnen wir =
nicht.
--a b
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

QWN0aW9uOiBmYWlsZWQ=
--a b
Content-Type: message/rfc822

Subject: mine

secret
--a b--
epilogue
`);
    expect(mail).toMatchObject({ text: "Nicht zugestellt: können wir nicht.", status: "Action: failed" });
    expect(mail?.returned.trim()).toMatch(/^Subject: mine/);
  });

  it("reads headers that are folded or encoded", () => {
    const mail = mailIn(
      "From: x\nSubject: =?utf-8?B?WnVzdGVsbHVuZw==?=\n =?utf-8?Q?_fehlgeschlagen?=\n\nhello",
    );
    expect(mail?.headers["subject"]).toEqual(["Zustellung fehlgeschlagen"]);
  });

  it("reads headers without blanks behind their names, or with many", () => {
    const mail = mailIn("From:x\nSubject:  \t  hello\nTo:\n\nbody");
    expect(mail).toMatchObject({ headers: { from: ["x"], subject: ["hello"], to: [""] }, text: "body" });
  });

  it.each([
    ["a line of blanks", "From: x\nSubject: hello\n \t \nIt failed.\n of old", "It failed.\n of old"],
    ["nothing", "From: x\nSubject: hello\nIt failed.\nof old", "It failed.\nof old"],
  ])("its text may stand below its headers with %s between", (_, source, text) => {
    expect(mailIn(source)).toMatchObject({ headers: { subject: ["hello"] }, text });
  });

  it("may be nothing but headers", () => {
    expect(mailIn("From: x\nSubject: hello")).toMatchObject({ headers: { subject: ["hello"] }, text: "" });
    expect(mailIn("")).toBeNull();
  });

  it("that was cut off keeps its last part", () => {
    const source = `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo, and its e`;
    expect(mailIn(source)?.text.trim().split(/\n+/)).toEqual(["one", "two, and its e"]);
  });

  it("is read thirty parts and a megabyte long", () => {
    const parts = (count: number): string =>
      `${head}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\none\n".repeat(count)}`;
    expect(mailIn(`${parts(40)}--b--`)?.text.match(/one/g)).toHaveLength(30);
    // Parts that are not read count, too: nobody is kept busy by a hundred thousand of them.
    const behind = (count: number): string =>
      `${head}Content-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: image/png\n\n\n".repeat(count)}--b\n\nlate\n--b--`;
    expect(mailIn(behind(20))?.text).toContain("late");
    expect(mailIn(behind(40))?.text).not.toContain("late");
    const late = (letters: number): string =>
      `${parts(1)}--b\nContent-Type: image/png\n\n${"x".repeat(letters)}\n--b\n\nlate\n--b--`;
    expect(mailIn(late(1_000_000))?.text).toContain("late");
    expect(mailIn(late(1_100_000))?.text).not.toContain("late");
  });

  it("may begin behind empty lines", () => {
    expect(mailIn(`\n\n${head}\nIt failed.`)).toMatchObject({ text: "It failed." });
  });

  it("is read six parts within parts deep", () => {
    const nested = (depth: number): string =>
      depth === 0
        ? "\ndeep"
        : `Content-Type: multipart/mixed; boundary=b${String(depth)}\n\n--b${String(depth)}\n${nested(depth - 1)}\n--b${String(depth)}--`;
    expect(mailIn(`${head}${nested(6)}`)?.text.trim()).toBe("deep");
    expect(mailIn(`${head}${nested(7)}`)?.text).toContain("--b1");
  });

  it("that says it has parts and not where they begin is read as it stands", () => {
    expect(mailIn(`${head}Content-Type: multipart/mixed\n\nIt failed.`)).toMatchObject({
      text: "It failed.",
    });
  });

  it("whose boundary stands nowhere in it, as after a copy, is read as it stands", () => {
    const source = `${head}Content-Type: multipart/report; boundary=lost\n\n--other\n\n550 5.1.1 unknown user\n--other--\n`;
    expect(mailIn(source)?.text).toContain("550 5.1.1 unknown user");
  });

  it("takes the words of HTML only where there is no plain text", () => {
    const html =
      "<html><head><style>p{color:red}</style></head><p>Not&nbsp;delivered<br>to &lt;c@e.test&gt;</html>";
    const mail = mailIn(`${head}Content-Type: text/html\n\n${html}`);
    expect(mail?.text).toBe("Not delivered\nto <c@e.test>");
  });

  it.each(["\r\n", "\r", "\n"])("ends its lines with %j, or begins with a mailbox's mark", (end) => {
    const source = `From MAILER-DAEMON Sat Nov 28\n${head}\nbody`.replaceAll("\n", end);
    expect(mailIn(source)).toMatchObject({ text: "body" });
  });

  it("parts a plain text where the returned message begins", () => {
    const mail = mailIn(
      `${head}\nIt failed.\n\n------ This is a copy of the message. ------\n\nFrom: me\n\nsecret`,
    );
    expect(mail).toMatchObject({ text: "It failed.\n\n", returned: "From: me\n\nsecret" });
  });

  it("reads a report that was forwarded as a whole", () => {
    const inner = `${head}Content-Type: multipart/report; boundary=i\n\n--i\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n\n--i--\n`;
    const mail = mailIn(
      `From: me@x.test\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: message/rfc822\n\n${inner}--o--\n`,
    );
    expect(mail?.status).toContain("Status: 5.1.1");
  });

  it("keeps its own text where what it passes on is a report of nothing", () => {
    const inner = `${head}Content-Type: multipart/report; boundary=i\n\n--i\n\nOpened.\n--i--\n`;
    const mail = mailIn(
      `From: me@x.test\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nLook.\n--o\nContent-Type: message/rfc822\n\n${inner}--o--\n`,
    );
    expect(mail?.text.trim()).toBe("Look.");
  });

  it.each(["550 relay not permitted", "", "\n\n", "Reporting-MTA: dns; x", "Hello: there\nfriend"])(
    "is not %j",
    (text) => {
      expect(mailIn(text)).toBeNull();
    },
  );
});

it.each([
  ["parts without end", `--b\nContent-Type: text/plain\n\nx\n`],
  ["parts within parts", `--b\nContent-Type: multipart/mixed; boundary=b\n\n`],
  ["headers without end", "X-Y: z\n"],
  ["tags without end", "<style>"],
  ["folded lines", "Subject: a\n b\n"],
])("bounded in number and time: %s", (_, piece) => {
  const started = performance.now();
  const mail = mailIn(
    `${head}Content-Type: multipart/report; boundary=b\n\n${piece.repeat(3_000_000 / piece.length)}`,
  );
  expect(mail?.text.length ?? 0).toBeLessThan(600_000);
  expect(performance.now() - started).toBeLessThan(1_500);
});

it("reads HTML in time that grows with its length, however many elements it has", () => {
  const time = (times: number): number => {
    const html = `${"<style></style>".repeat(times)}<p>550 5.7.1 Relaying denied</p>`;
    const started = performance.now();
    expect(wordsOfHtml(html)).toBe("550 5.7.1 Relaying denied");
    return performance.now() - started;
  };
  time(1_000);
  // What a mail of thirty parts can hold; the square of it takes half a minute.
  expect(time(32_000)).toBeLessThan(1_500);
});

it("finds the end of a silent element in letters of any case, and behind letters that grow in lower case", () => {
  expect(wordsOfHtml("\u0130\u0130<STYLE>p{}</Style>seen<script>1</SCRIPT >too")).toBe("\u0130\u0130seentoo");
});

it("reads the letters that HTML writes by name or number, and leaves what is none as it is", () => {
  const html = "<p>re&#231;u &AMP; refus&#233; par &#60;c@e.test&gt; &unknown; &#x41;</p>";
  expect(wordsOfHtml(html)).toBe("reçu & refusé par <c@e.test> &unknown; &#x41;");
});

it("takes a header for a header, whatever it is called", () => {
  const mail = mailIn("__proto__: x\nConstructor: y\nFrom: bob@other.test\nValueOf: z\n\nHello");
  expect(mail).toMatchObject({ text: "Hello" });
  expect(mail?.headers["constructor"]).toEqual(["y"]);
  expect(mailIn("Constructor: y\n\nHello")).toBeNull();
});

it("keeps no more headers than any mail has", () => {
  const many = Array.from({ length: 5_000 }, (_, at) => `X-${String(at)}: a\n`).join("");
  expect(Object.keys(mailIn(`From: bob@other.test\n${many}\nHello`)?.headers ?? {}).length).toBeLessThan(600);
  const alike = mailIn(
    `${"Received: a\n".repeat(5_000)}Subject: x${"\n more and more".repeat(1_000)}\n\nHello`,
  );
  expect(alike?.headers["received"]).toHaveLength(500);
  expect(alike?.headers["subject"]?.[0]?.length).toBeLessThanOrEqual(4_000);
  expect(alike?.text).toBe("Hello");
});
