// What a reply, a bounce or a dialog says: fold, the parties of a bounce, classification.

import fc from "fast-check";
import { expect } from "vitest";
import { parted } from "../../src/engine/dsn/mail.js";
import { noticeIn } from "../../src/engine/dsn/notice-in-text.js";
import { linesOf } from "../../src/engine/dsn/quoted-reply.js";
import { classify } from "../../src/engine/replies/classify.js";
import { maximumReplyLength } from "../../src/engine/replies/maximum-length.js";
import { fold } from "../../src/engine/replies/fold.js";
import { reasons, subReasons, type ReplyKind } from "../../src/engine/model/reason.js";
import { growsWithItsInput } from "./growth.js";
import { bounces, hostileText } from "./hostile-text.js";
import { property } from "./property.js";

const said = [
  "550 5.7.1 relay not permitted",
  "535-5.7.8 Username and Password not accepted. https://support.test/a?b=c",
  "554 blocked using zen.spamhaus.org; see http://x.test/q.",
];
const anyText = hostileText(...said, ...bounces);
const kind = fc.option(fc.constantFrom<ReplyKind>("smtp-reply", "dsn", "log", "client-dialog", "webmail"), {
  nil: undefined,
});
const stage = fc.option(fc.constantFrom("connect", "auth", "mail", "rcpt", "data", "unknown"), {
  nil: undefined,
});

property(
  "classify",
  "answers in its own words, short, whatever the text",
  fc.tuple(anyText, kind, stage),
  ([text, of, at]) => {
    const given = { text, ...(of && { kind: of }), ...(at && { stage: at }) };
    const { reason, subReason, confidence, basis } = classify(given);
    expect(reasons).toContain(reason);
    expect(
      subReason === null ? reason !== "not-a-client-config-problem" : subReasons.includes(subReason),
    ).toBe(true);
    expect(["certain", "likely", "guess"]).toContain(confidence);
    expect(basis.length).toBeLessThanOrEqual(1000);
    expect(classify(given)).toEqual(classify(given));
  },
);

property("classify", "reads no further than it says", fc.tuple(anyText, anyText), ([text, more]) => {
  const full = text.padEnd(maximumReplyLength, " ").slice(0, maximumReplyLength);
  expect(classify({ text: full + more })).toEqual(classify({ text: full }));
});

property("fold", "is one line without anything invisible, and does not grow", anyText, (text) => {
  const folded = fold(text);
  // "İ" has two characters in lower case.
  expect(folded.length).toBeLessThanOrEqual(text.toLowerCase().length);
  expect(folded).toBe(folded.trim());
  expect(folded).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\n\r]/);
});

property("fold", "folded once is folded for good", anyText, (text) => {
  const folded = fold(text);
  expect(fold(folded)).toBe(folded);
});

property("notice", "tells what happened to whom, in bounded words", hostileText(...bounces), (text) => {
  const { notice } = noticeIn(text);
  const fates = notice?.fates ?? [];
  const servers = fates.map(({ refuser }) => (refuser.kind === "remote" ? refuser.name : null));
  for (const server of [notice?.reportingServer ?? null, ...servers]) {
    expect(server ?? "x").toMatch(/^[a-z0-9_:](?:[a-z0-9_.:-]*[a-z0-9])?$/);
    expect(server?.length ?? 0).toBeLessThanOrEqual(253);
  }
  expect(notice === null || fates.length > 0).toBe(true);
  expect(fates.length).toBeLessThanOrEqual(101);
  for (const { recipient, reply } of fates) {
    expect(recipient ?? "a@b").toMatch(/^[^\s<>]{1,320}$/);
    expect(reply?.text.length ?? 0).toBeLessThanOrEqual(2_000);
    expect(reply === null ? 0 : linesOf(reply).length).toBeLessThanOrEqual(12);
  }
});

property("notice", "is read the same with either end of line", hostileText(...bounces), (text) => {
  const lines = text.replaceAll("\r", "");
  // One that is cut off at its end is cut off elsewhere with longer ends of line.
  if (lines.length * 2 < maximumReplyLength) {
    expect(noticeIn(lines.replaceAll("\n", "\r\n")).notice).toEqual(noticeIn(lines).notice);
  }
});

property("notice", "the message it returns is parted from it", hostileText(...bounces), (text) => {
  const { before, after } = parted(text);
  expect(text.startsWith(before)).toBe(true);
  expect(text.endsWith(after)).toBe(true);
});

growsWithItsInput("classify", (text) => classify({ text }));
growsWithItsInput("classify", (text) => classify({ text, kind: "dsn" }));
growsWithItsInput("fold", fold);
growsWithItsInput("notice", noticeIn);
