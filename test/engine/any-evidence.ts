// Evidence of every shape its type allows, contradictions and hostile text included.

import fc from "fast-check";
import type { Evidence } from "../../src/engine/model/evidence.js";
import type { CandidateSource, ProbeAnswer } from "../../src/engine/model/probe.js";
import type { Refusal } from "../../src/engine/model/refusal.js";
import { settingFields, type ServerSettings } from "../../src/engine/model/server-settings.js";
import { realSignIns, silentSignIns } from "./rules/sample.js";

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
const security = fc.constantFrom("none", "starttls", "tls");
const signIn = fc.constantFrom(...silentSignIns, ...realSignIns);
const port = fc.constantFrom(0, 25, 465, 587, 2525, 65_535);
const savedPassword = fc.constantFrom("yes", "no", "locked");
const keywords = fc.subarray(["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2", "NTLM", "GSSAPI", "X".repeat(300)]);
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
const lines = fc.array(fc.oneof(sentence, fc.string({ unit: "binary" })), { maxLength: 3 });
const code = fc.constantFrom(421, 450, 454, 530, 535, 550, 553, 554, 0, 999);
const enhancedCode = fc.option(fc.constantFrom("5.7.1", "5.1.1", "4.7.0", "5.7.8", "9.9.9"));

const settings: fc.Arbitrary<ServerSettings> = fc.record({ host, port, security, signIn, userName: address });

const server = fc
  .tuple(
    settings,
    fc.record({
      isDefault: fc.boolean(),
      locked: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...settingFields])),
      savedPassword,
    }),
  )
  .map(([values, rest]) => ({
    ...values,
    ...rest,
    id: "smtp1",
    type: "smtp" as const,
    description: "",
    identityIds: ["id1"],
  }));

const outgoing: fc.Arbitrary<Evidence["outgoing"]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("smtp"),
      server,
      assigned: fc.constantFrom("chosen", "default"),
    }),
  },
  fc.constantFrom<Evidence["outgoing"]>(
    { kind: "none" },
    { kind: "dangling", missingId: "smtp9" },
    { kind: "other-type", type: "ews" },
    { kind: "unreadable" },
  ),
);

const refused = fc.record({ kind: fc.constant("refused" as const), code, enhancedCode, lines });
const answer: fc.Arbitrary<ProbeAnswer> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("answers"),
      offeredSignIn: keywords,
      toStranger: fc.option(fc.oneof(fc.constant({ kind: "accepted" as const }), refused)),
    }),
  },
  fc.constantFrom<ProbeAnswer>(
    { kind: "unknown-host" },
    { kind: "refused" },
    { kind: "silent" },
    { kind: "tls-failed" },
    { kind: "starttls-not-offered" },
    { kind: "broken" },
    { kind: "not-smtp", speaks: "HTTP" },
    { kind: "turned-away", code: 554, lines: ["go away"] },
  ),
  fc.record({
    kind: fc.constant("certificate"),
    reason: fc.constantFrom("other-name", "self-signed", "untrusted", "expired", "not-yet-valid", "other"),
    names: fc.array(host),
  }),
);
const probe = fc.record({ host, port, security, answer, addresses: fc.subarray(["192.0.2.1", "::1"]) });

const refusal: fc.Arbitrary<Refusal> = fc.record({
  stage: fc.constantFrom(
    "connect",
    "greeting",
    "ehlo",
    "starttls",
    "auth",
    "mail",
    "rcpt",
    "data",
    "unknown",
  ),
  code: fc.option(code),
  enhancedCode,
  lines,
  fault: fc.option(
    fc.constantFrom(
      "unreachable",
      "timeout",
      "interrupted",
      "certificate",
      "starttls-not-offered",
      "sign-in-not-offered",
      "no-server",
      "untold",
      "other",
    ),
    { freq: 1 },
  ),
  certificateError: fc.constant(null),
  secure: fc.option(fc.boolean()),
  offeredSignIn: fc.option(keywords),
  recipients: fc.array(address, { maxLength: 2 }),
});

export const candidateSources = [
  "policy",
  "thunderbird",
  "isp",
  "ispdb",
  "mx",
  "srv",
  "incoming",
  "certificate",
  "guide",
] as const satisfies readonly CandidateSource[];

const candidate = fc.record({
  // Discovery makes no candidate without a host (isHostName).
  settings: settings.map((one) => ({ ...one, host: one.host || "smtp.example.test" })),
  source: fc.constantFrom(...candidateSources),
  trust: fc.constantFrom("configured", "published-by-domain", "published-by-ispdb", "own-domain", "guess"),
  ownNetworkOnly: fc.boolean(),
  probe: fc.option(probe),
});

const fellow = fc
  .tuple(fc.constantFrom("id2", "id3"), fc.constantFrom("account1", "account2"), address)
  .map(([identityId, accountId, of]) => ({ identityId, accountId, accountName: accountId, address: of }));

export const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  sender: fc.record({
    identityId: fc.constant("id1"),
    accountId: fc.constant("account1"),
    accountName: fc.constant("Alice"),
    address,
    from: address,
  }),
  outgoing,
  incoming: fc.option(
    fc.record({
      type: fc.constantFrom("imap", "pop3", "none"),
      host,
      port,
      security,
      signIn,
      userName: address,
      savedPassword,
    }),
  ),
  fellows: fc.uniqueArray(fellow, { maxLength: 2, selector: ({ identityId }) => identityId }),
  refusal: fc.option(refusal, { freq: 4 }),
  probe: fc.option(probe),
  candidates: fc.array(candidate, { maxLength: 5 }),
});
