// Evidence of every shape its type allows, contradictions and hostile text included.

import fc from "fast-check";
import { evidence, type Evidence } from "../../src/engine/model/evidence.js";
import { anyOf } from "./any-of-shape.js";

const host = fc.constantFrom(
  "mail.example.test",
  "Mail.Example.TEST",
  "smtp.isp.test",
  "mail.other.test",
  "localhost",
  "192.0.2.7",
  "",
  "a\u202Eb",
);
const address = fc.constantFrom(
  "alice@example.test",
  "bob@other.test",
  "info@example.test",
  "",
  "@",
  "alice",
);
const sentence = fc.constantFrom(
  "relay not permitted",
  "5.7.8 authentication failed",
  "5.7.0 Must issue a STARTTLS command first",
  "5.7.1 Sender address rejected: not owned by user bob@other.test",
  "530 5.7.0 Authentication required",
  "blocked using zen.spamhaus.org",
  "5.7.1 Message contains spam or virus",
  "4.2.0 Greylisted, please try again",
  "5.1.1 User unknown",
);

const any = anyOf(evidence, {
  texts: {
    key: fc.constantFrom("id1", "id2", "id3", "account1", "account2"),
    "account-name": fc.constantFrom("Alice", "Work", ""),
    address,
    recipient: address,
    "user-name": address,
    host,
    "ip-address": fc.constantFrom("192.0.2.1", "::1"),
    term: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "NTLM", "GSSAPI") },
      fc.constantFrom("imap", "pop3", "none", "ews", "HTTP", "X".repeat(300)),
    ),
    "enhanced-code": fc.constantFrom("5.7.1", "5.1.1", "4.7.0", "5.7.8", "9.9.9"),
    said: fc.oneof(sentence, fc.string({ unit: "binary" })),
    page: fc.constantFrom("https://help.example.test/", "https://www.other.test/mail?lang=de"),
    "own-words": fc.constant(""),
  },
  numbers: {
    port: fc.constantFrom(0, 25, 465, 587, 2525, 65_535),
    "reply-code": fc.constantFrom(421, 450, 454, 530, 535, 550, 553, 554, 0, 999),
    count: fc.constantFrom(1, 40),
  },
  weights: { smtp: 8, answers: 4 },
  most: 5,
}) as fc.Arbitrary<Evidence>;

/** What the world sees to: the sender is no fellow of its own, nobody is two of them, candidates have a host. */
export const anyEvidence: fc.Arbitrary<Evidence> = any.map((one) => ({
  ...one,
  sender: { ...one.sender, identityId: "id1" },
  fellows: one.fellows.filter(
    ({ identityId }, at, all) =>
      identityId !== "id1" && all.findIndex((other) => other.identityId === identityId) === at,
  ),
  candidates: one.candidates.map((candidate) => ({
    ...candidate,
    settings: { ...candidate.settings, host: candidate.settings.host || "smtp.example.test" },
  })),
}));
