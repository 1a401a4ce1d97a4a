// What users paste, and mails that come back: an alert of Thunderbird in any language, a report of a refusal, the headers
// of the message that was returned.

import fc from "fast-check";
import { expect } from "vitest";
import { maximumFates } from "../../src/engine/model/delivery.js";
import { originOf } from "../../src/engine/dsn/origin.js";
import { isBounce, mayBeBounce } from "../../src/engine/replies/is-bounce.js";
import { maximumReplyLength } from "../../src/engine/replies/maximum-length.js";
import { readDialog } from "../../src/engine/replies/read-dialog.js";
import { readReport } from "../../src/engine/replies/read-report.js";
import type { ReplyKind } from "../../src/engine/model/reason.js";
import { refusedBy } from "../../src/engine/replies/refused-by.js";
import { isRememberedAlert } from "../../src/engine/replies/remembered-alerts.js";
import { ownMessage } from "../../src/engine/replies/own-message.js";
import { readReturnedHeaders } from "../../src/engine/replies/returned-headers.js";
import { senderInText } from "../../src/engine/replies/sender-in-text.js";
import { rememberedAlerts } from "../../src/engine/model/remembered-alert.js";
import { growsWithItsInput } from "./growth.js";
import { bounces, hostileText } from "./hostile-text.js";
import { property } from "./property.js";

const alerts = [
  'Sending of the message failed.\nAn error occurred while sending mail. The mail server responded: \nrelay not permitted. Please check the message recipient "friend@other.test" and try again.',
  'SMTP Error (550): Failed to add recipient "friend@other.test" (5.7.1 relay not permitted).',
  "2026-11-24 rejected RCPT <friend@other.test>: relay not permitted F=<alice@example.test>",
];
const pasted = hostileText(...alerts, ...bounces);
const kinds = fc.constantFrom<ReplyKind | undefined>(
  undefined,
  "smtp-reply",
  "dsn",
  "log",
  "client-dialog",
  "webmail",
);

property("report", "is a bounded refusal, or none", fc.tuple(pasted, kinds), ([text, kind]) => {
  const report = readReport(text, kind);
  expect(readReport(text, kind)).toEqual(report);
  if (report === null) {
    return;
  }
  const { refusal, reportingServer, refusingServer, notice } = report;
  expect(notice?.fates.length ?? 1).toBeGreaterThan(0);
  if (refusal === null) {
    expect(["delivered", "relayed", "expanded"]).toContain(notice?.event);
    return;
  }
  const { code, enhancedCode, lines, fault, recipients } = refusal;
  expect(lines.length > 0 || fault !== null || notice !== null).toBe(true);
  expect(lines.length).toBeLessThanOrEqual(12);
  expect(lines.join("").length).toBeLessThanOrEqual(maximumReplyLength);
  expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  expect(code === null || (code >= 200 && code < 600)).toBe(true);
  expect(enhancedCode ?? "5.7.1").toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
  expect(recipients.length).toBeLessThanOrEqual(maximumFates);
  expect(recipients.filter((one) => one.length > 321 || /[\s<>]/.test(one))).toEqual([]);
  for (const server of [reportingServer, refusingServer]) {
    expect(server ?? "a").toMatch(/^[a-z0-9][a-z0-9.-]{0,252}$/);
  }
});

property("report", "is the same with either end of line", pasted, (text) => {
  const lines = text.replaceAll("\r", "");
  if (lines.length * 2 < maximumReplyLength) {
    expect(readReport(lines.replaceAll("\n", "\r\n"))).toEqual(readReport(lines));
  }
});

property(
  "report",
  "who refused does not depend on the case of a name",
  fc.tuple(pasted, fc.array(fc.oneof(fc.domain(), hostileText("example.test")), { maxLength: 3 })),
  ([text, names]) => {
    const report = readReport(text, "dsn");
    if (report !== null) {
      const by = refusedBy(report.refused, report.reportingServer, names);
      expect(["own-server", "other-server", "unknown"]).toContain(by);
      expect(refusedBy({ kind: "own-server" }, report.reportingServer, names)).toBe("own-server");
    }
  },
);

/** A sentence of Thunderbird's in some language: any words but the placeholders' own. */
const words = hostileText("Der Server antwortete: ", "サーバーの応答: ").map((text) =>
  text.replaceAll(/[%{}]/g, "").slice(0, 200),
);
const templates = fc.dictionary(
  fc.constantFrom(
    ..."sendFailed errorSendingFromCommand errorSendingRcptCommand smtpAuthFailure smtpSendTimeout __proto__".split(
      " ",
    ),
  ),
  fc
    .tuple(words, fc.constantFrom("", "%S", "%1$S x %2$S", "%.200S", "{ $reply }"), words)
    .map((parts) => parts.join("")),
);

property(
  "alert",
  "any text with any sentences is read or not",
  fc.tuple(pasted, templates),
  ([text, said]) => {
    const reading = readDialog(text, said);
    if (reading !== null) {
      const { refusal, server } = reading;
      expect([refusal.code, refusal.enhancedCode]).toEqual([null, null]);
      expect(refusal.lines.concat(refusal.recipients).join("").length).toBeLessThanOrEqual(
        2 * maximumReplyLength,
      );
      expect(server ?? "a").toMatch(/^[\w.-]{1,255}$/);
    }
  },
);

const plain = fc.stringMatching(/^[a-zäöü]{3,12}$/).filter((word) => word !== "relay");
property(
  "alert",
  "gives the reply that Thunderbird put into its sentence, in any language",
  fc.record({
    before: plain,
    between: plain,
    after: plain,
    reply: fc.stringMatching(/^[a-z0-9]{1,8}( [a-z0-9]{1,8}){0,3}$/),
  }),
  ({ before, between, after, reply }) => {
    const said = { errorSendingRcptCommand: `${before}: %1$S ~ ${between}: "%2$S" ${after}.` };
    const reading = readDialog(`${before}: ${reply} ~ ${between}: "friend@other.test" ${after}.`, said);
    expect(reading?.refusal).toMatchObject({
      stage: "rcpt",
      lines: [reply],
      recipients: ["friend@other.test"],
    });
  },
);

const senders = fc.uniqueArray(
  fc.record({
    identityId: fc.constantFrom("id1", "id2", "id3"),
    accountId: fc.constantFrom("account1", "account2"),
    address: fc.constantFrom("alice@example.test", "bob@other.test", "ann@example.test", ""),
    hosts: fc.subarray(["mail.example.test", "mx.other.test", "192.0.2.1", ""]),
  }),
  { maxLength: 3, selector: ({ identityId }) => identityId },
);
property(
  "sender in a text",
  "is one of the user's, and the only one where he has one",
  fc.tuple(pasted, fc.subarray(["mx.other.test", "mail.example.test"]), senders),
  ([text, servers, own]) => {
    const found = senderInText(text, servers, own);
    expect(found === null || own.includes(found)).toBe(true);
    if (own.length === 1) {
      expect(found).toBe(own[0]);
    }
  },
);

const returned =
  "Received: from a.test by mail.example.test (Exim)\r\n\tid 1; now\r\nMessage-ID: <1@example.test>\r\nReturn-Path: <alice@example.test>\r\nFrom: Alice <alice@example.test>\r\n\r\nFrom: body@evil.test";
property(
  "returned headers",
  "name senders and servers, few and short, never the body's",
  hostileText(returned),
  (text) => {
    const headers = readReturnedHeaders(text);
    const { senders: named, messageId, takenBy } = headers;
    expect(named.filter((one) => one.length > 340 || !/^[^\s<>@]+@[^\s<>@]+$/.test(one))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(messageId ?? "a").toMatch(/^[^<>\s]{1,300}$/);
    expect(takenBy.length).toBeLessThanOrEqual(30);
    expect(takenBy.filter((one) => !/^[a-z0-9][a-z0-9.-]*$/.test(one))).toEqual([]);
    const [head = ""] = text.replaceAll(/\r\n?/g, "\n").split("\n\n", 1);
    expect(readReturnedHeaders(head)).toEqual(headers);
    const nobodys = { hosts: [], domains: [] };
    const noticed = { headers: { received: text.split("\n") }, reportingServer: null };
    expect(ownMessage(noticed, headers, { ...nobodys, isKnown: true })).toBe("yes");
    expect(["outside", "delivering-server"]).toContain(originOf(noticed.headers).kind);
  },
);

const header = fc.array(
  hostileText("multipart/report; report-type=delivery-status", "<>", "MAILER-DAEMON@x.test"),
  {
    maxLength: 2,
  },
);
property(
  "bounce",
  "a mail is one by its headers alone, or none",
  fc.tuple(
    fc.dictionary(
      fc.constantFrom(
        "content-type",
        "from",
        "return-path",
        "auto-submitted",
        "x-failed-recipients",
        "__proto__",
      ),
      header,
    ),
    hostileText("MAILER-DAEMON@x.test"),
    hostileText("Undelivered Mail Returned to Sender"),
  ),
  ([headers, author, subject]) => {
    expect(typeof isBounce(headers)).toBe("boolean");
    expect(mayBeBounce({ author, subject })).toBe(
      mayBeBounce({ author: author.slice(0, 500), subject: subject.slice(0, 500) }),
    );
  },
);

property("remembered alert", "is one of those that are offered", hostileText(...rememberedAlerts), (name) => {
  expect(isRememberedAlert(name)).toBe((rememberedAlerts as readonly string[]).includes(name));
});

const sentences = { sendFailed: "Failed.", errorSendingRcptCommand: "Said: %1$S Check %2$S." };
growsWithItsInput("report", (text) => [readReport(text), readReport(text, "dsn")]);
growsWithItsInput("alert", (text) => readDialog(text, sentences));
growsWithItsInput("alert", (text) => readDialog(alerts[0] ?? "", { smtpServerError: text }));
growsWithItsInput("sender in a text", (text) =>
  senderInText(
    text,
    [],
    [
      { identityId: "id1", accountId: "account1", address: "a@b", hosts: ["a"] },
      { identityId: "id2", accountId: "account2", address: "a", hosts: [] },
    ],
  ),
);
growsWithItsInput("returned headers", readReturnedHeaders);
growsWithItsInput("bounce", (text) => [
  isBounce({ "content-type": [text], from: [text], "return-path": [text] }),
  mayBeBounce({ author: text, subject: text }),
]);
