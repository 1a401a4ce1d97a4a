// Bounces by their headers; ordinary mail, and reports of another kind, are none.

import { describe, expect, it } from "vitest";
import type { Headers } from "../../../src/engine/model/returned-mail.js";
import { isBounce, mayBeBounce } from "../../../src/engine/replies/is-bounce.js";
import { isReturnedMail } from "../../../src/engine/replies/is-returned-mail.js";

const bounces: readonly (readonly [string, Headers])[] = [
  [
    "a report of delivery (RFC 3464)",
    { "content-type": ['multipart/report; report-type="delivery-status"; boundary=x'] },
  ],
  ["Exim's plain text", { "content-type": ["text/plain"], "x-failed-recipients": ["carol@elsewhere.test"] }],
  [
    "qmail's plain text",
    { from: ["MAILER-DAEMON@mail.example.test"], "return-path": ["<>"], "content-type": ["text/plain"] },
  ],
];
const namedBounces: readonly (readonly [string, Headers])[] = [
  [
    "a daemon that puts its own name on the envelope",
    { from: ["MAILER-DAEMON@mail.example.test"], "return-path": ["<MAILER-DAEMON@mail.example.test>"] },
  ],
  [
    "a postmaster with a subject of its kind",
    {
      from: ["postmaster@example.test"],
      "return-path": ["<postmaster@example.test>"],
      subject: ["Undeliverable Mail"],
    },
  ],
  ["a mail from nobody", { from: ["<>"], "return-path": ["<>"], subject: ["Undeliverable: Lunch"] }],
  [
    "a daemon that says it has replied of itself",
    {
      from: ["Mail Delivery System <Mailer-Daemon@mail.example.test>"],
      "return-path": ["<>"],
      "auto-submitted": ["auto-replied"],
    },
  ],
  [
    "a report of no named type",
    {
      from: ["MAILER-DAEMON@mail.example.test"],
      "content-type": ["multipart/report; boundary=x"],
      subject: ["failure notice"],
    },
  ],
  [
    "a daemon that leaves a blank behind nobody",
    { from: ["MAILER-DAEMON@mail.example.test"], "return-path": ["<> "], subject: ["Hello"] },
  ],
  [
    "a report of no named type, by a postmaster whom nobody can answer",
    {
      from: ["postmaster@example.test"],
      "return-path": ["<>"],
      "content-type": ["multipart/report; boundary=x"],
      subject: ["Report"],
    },
  ],
  [
    "Google Groups in another language",
    {
      from: ["mailer-daemon@googlemail.com"],
      "auto-submitted": ["auto-replied"],
      "x-failed-recipients": ["list@googlegroups.com"],
    },
  ],
];
const others: readonly (readonly [string, Headers])[] = [
  ["a mail", { from: ["Bob <bob@other.test>"], "content-type": ["text/plain"] }],
  [
    "a receipt of reading",
    { "content-type": ["multipart/report; report-type=disposition-notification; boundary=x"] },
  ],
  [
    "a postmaster's own letter",
    { from: ["postmaster@example.test"], "return-path": ["<postmaster@example.test>"] },
  ],
  [
    "an automatic answer",
    { from: ["postmaster@example.test"], "return-path": ["<>"], "auto-submitted": ["auto-replied"] },
  ],
  [
    "a postmaster's letter about deliveries, from an address of few letters",
    { from: ["postmaster@example.test"], "return-path": ["<b@o.eu>"], subject: ["Delivery on Friday"] },
  ],
  [
    "a postmaster's report of no named type",
    {
      from: ["postmaster@example.test"],
      "return-path": ["<bob@other.test>"],
      "content-type": ["multipart/report; boundary=x"],
      subject: ["Report"],
    },
  ],
  [
    "a report of no named type that nobody of a server's has written",
    {
      from: ["bob@other.test"],
      "return-path": ["<>"],
      "content-type": ["multipart/report; boundary=x"],
      subject: ["Report"],
    },
  ],
  [
    "a letter from nobody whose envelope says who it is",
    { from: ["<>"], "return-path": ["<bob@other.test>"], subject: ["Undeliverable: Lunch"] },
  ],
  ["a report of abuse", { "content-type": ["multipart/report; report-type=feedback-report; boundary=x"] }],
  [
    "an absent colleague who quotes the subject",
    {
      from: ["Carol <carol@elsewhere.test>"],
      "return-path": ["<>"],
      subject: ["Automatic reply: Delivery on Friday"],
    },
  ],
  ["nothing", {}],
];

describe("isBounce", () => {
  it.each([...bounces, ...namedBounces])("%s is one", (_, headers) => {
    expect(isBounce(headers)).toBe(true);
  });
  it.each(others)("%s is none", (_, headers) => {
    expect(isBounce(headers)).toBe(false);
  });
});

describe("mayBeBounce", () => {
  it.each([
    [
      "Mail Delivery System <Mailer-Daemon@mail.example.test>",
      "Mail delivery failed: returning message to sender",
    ],
    ["MAILER-DAEMON@example.test", "failure notice"],
    ["Microsoft Outlook <MicrosoftExchange329e71ec@example.test>", "Unzustellbar: Hallo"],
    ["someone@example.test", "Undelivered Mail Returned to Sender"],
    ["MAILER-DAEMON@example.test", "Hello"],
    ["<>", "Hello"],
    ["", "Hello"],
    ["Postmaster <post_master@example.test>", "Hello"],
  ])("%s: %s", (author, subject) => {
    expect(mayBeBounce({ author, subject })).toBe(true);
  });

  it("leaves ordinary mail unread", () => {
    expect(mayBeBounce({ author: "Bob <bob@other.test>", subject: "Lunch on Tuesday?" })).toBe(false);
  });

  it.each(["bob", "<>bob", "<bob>"])("an author is somebody, however short: %s", (author) => {
    expect(mayBeBounce({ author, subject: "Lunch on Tuesday?" })).toBe(false);
  });

  it("looks no further than at the first 500 letters of each", () => {
    const long = "x ".repeat(250);
    expect(mayBeBounce({ author: "bob@other.test", subject: `${long}failure notice` })).toBe(false);
    expect(mayBeBounce({ author: `${long}MAILER-DAEMON`, subject: "Hello" })).toBe(false);
  });
});

describe("a mail whose parts tell", () => {
  const letter = "The following mail could not be delivered.\n550 no such user here";
  const mail = (headers: Headers, returned: string, text = letter): boolean =>
    isReturnedMail({ headers, text, status: "", returned });
  const returned = "From: alice@example.test\n";

  it.each([
    [
      "MDaemon's, under its own name",
      {
        from: ["MDaemon@mail.example.test"],
        "return-path": ["<MDaemon@mail.example.test>"],
        subject: ["Warning: no such user!"],
      },
    ],
    [
      "a gateway's, under any name",
      { from: ["imss@example.test"], subject: ["Mail could not be delivered"] },
    ],
    ["one in another language", { from: ["gateway@example.test"], subject: ["Unzustellbar: Hallo"] }],
  ])("%s, with the message that came back, is one", (_, headers) => {
    expect(mail(headers, returned)).toBe(true);
    expect(mail(headers, "")).toBe(false);
  });

  it.each(["gateway@example.test", "no-reply@example.test"])(
    "a report without the message is one: %s",
    (from) => {
      const headers = { from: [from], subject: [from.startsWith("no") ? "Hello" : "Unzustellbar: Hallo"] };
      expect(isReturnedMail({ headers, text: letter, status: "Action: failed", returned: "" })).toBe(true);
      expect(isReturnedMail({ headers, text: letter, status: "", returned: "" })).toBe(false);
    },
  );

  it("one whose headers alone say so is one, whoever wrote it and whatever is in it", () => {
    const headers = { from: ["bob@other.test"], "x-failed-recipients": ["carol@elsewhere.test"] };
    expect(mail(headers, "", "")).toBe(true);
  });

  it("a postmaster's letter with a server's reply in it is one", () => {
    expect(mail({ from: ["post_master@example.test"], subject: ["Re: Hello"] }, "")).toBe(true);
    expect(mail({ from: ["post_master@example.test"], subject: ["Re: Hello"] }, "", "Away until May.")).toBe(
      false,
    );
  });

  it("a stranger's without a subject is none", () => {
    expect(mail({ from: ["Bob <bob@other.test>"] }, returned)).toBe(false);
    expect(mail({ from: ["MAILER-DAEMON@other.test"] }, returned)).toBe(true);
  });

  it("nor is one whose author's name is so long that the postmaster stands behind its first thousand letters", () => {
    const headers = (name: string): Headers => ({
      from: [`${name}postmaster@example.test`],
      subject: ["Mail could not be delivered"],
    });
    expect(mail(headers("x ".repeat(10)), "")).toBe(true);
    expect(mail(headers("x ".repeat(500)), "")).toBe(false);
  });

  it.each(["Re: Undelivered Mail Returned to Sender", "WG: Unzustellbar: Hallo", "Fwd: failure notice"])(
    "what a person passes on is none: %s",
    (subject) => {
      expect(mail({ from: ["Bob <bob@other.test>"], subject: [subject] }, returned)).toBe(false);
    },
  );

  it("a parcel that could not be delivered is none", () => {
    const headers = {
      from: ["Paket <info@parcel.test>"],
      subject: ["Ihre Sendung konnte nicht zugestellt werden"],
    };
    expect(mail(headers, "", "Wir konnten Ihr Paket nicht zustellen.")).toBe(false);
  });
});
