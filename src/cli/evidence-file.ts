// Reads a saved report: the evidence as JSON (engine/model/evidence.ts), with or without the head for people that
// "Copy report" puts above it. Somebody else wrote the file: it is checked to the last field before a rule sees it.

import type { Evidence } from "../engine/model/evidence.js";
import {
  aBoolean,
  aNumber,
  anything,
  aString,
  byKind,
  isRecord,
  listOf,
  oneOf,
  orNull,
  record,
  type Shape,
} from "./shape.js";

export type EvidenceFile =
  | { readonly kind: "evidence"; readonly evidence: Evidence }
  | { readonly kind: "unusable"; readonly because: string };

/** More than any report has; a rule need not read a mailbox given by mistake. */
const maximumLength = 1_000_000;

export function readEvidence(text: string): EvidenceFile {
  if (text.length > maximumLength) {
    return { kind: "unusable", because: "too large for a report" };
  }
  const start = /^\uFEFF?\s*\{/.test(text) ? text.indexOf("{") : text.search(/^\{/m);
  let value: unknown;
  try {
    value = JSON.parse(text.slice(Math.max(start, 0)));
  } catch {
    return { kind: "unusable", because: "no JSON object: neither evidence nor a copied report" };
  }
  const wrong = evidenceShape(value, "");
  if (wrong !== null || !isRecord(value)) {
    return { kind: "unusable", because: `not evidence: ${wrong ?? "not an object"}` };
  }
  // Reports from before servers were looked at say nothing of them.
  return { kind: "evidence", evidence: { probe: null, candidates: [], ...value } as unknown as Evidence };
}

const securities = oneOf("none", "starttls", "tls");
const signIns = oneOf(
  "unset",
  "none",
  "old",
  "password",
  "encrypted-password",
  "kerberos",
  "ntlm",
  "certificate",
  "secure",
  "any",
  "oauth2",
  "unknown",
);
const settings = { host: aString, port: aNumber, security: securities, signIn: signIns, userName: aString };
const savedPassword = oneOf("yes", "no", "locked");
const person = { identityId: aString, accountId: aString, accountName: aString, address: aString };

const optional =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined ? null : shape(value, at);

const outgoing = byKind({
  smtp: record({
    assigned: oneOf("chosen", "default"),
    server: record({
      ...settings,
      id: aString,
      type: oneOf("smtp"),
      description: aString,
      isDefault: aBoolean,
      identityIds: listOf(aString),
      locked: listOf(oneOf(...Object.keys(settings))),
      savedPassword,
    }),
  }),
  dangling: record({ missingId: aString }),
  none: anything,
  "other-type": record({ type: aString }),
  unreadable: anything,
});

const refusal = record({
  stage: oneOf("connect", "greeting", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "unknown"),
  code: orNull(aNumber),
  enhancedCode: orNull(aString),
  lines: listOf(aString),
  fault: orNull(
    oneOf(
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
  ),
  certificateError: orNull(aString),
  secure: orNull(aBoolean),
  offeredSignIn: orNull(listOf(aString)),
  recipients: listOf(aString),
});

const reported = record({
  found: oneOf("pasted", "returned-mail", "remembered"),
  by: oneOf("own-server", "other-server"),
  reportingServer: orNull(aString),
  refusingServer: orNull(aString),
  ownMessage: oneOf("yes", "no", "unknown"),
});

const stranger = byKind({
  accepted: anything,
  refused: record({ code: aNumber, enhancedCode: orNull(aString), lines: listOf(aString) }),
});
const endpoint = { host: aString, port: aNumber, security: securities };
const probe = record({
  ...endpoint,
  addresses: listOf(aString),
  answer: byKind({
    answers: record({ offeredSignIn: listOf(aString), toStranger: orNull(stranger) }),
    "unknown-host": anything,
    refused: anything,
    silent: anything,
    certificate: record({
      reason: oneOf("other-name", "self-signed", "untrusted", "expired", "not-yet-valid", "other"),
      names: listOf(aString),
    }),
    "tls-failed": anything,
    "starttls-not-offered": anything,
    "not-smtp": record({ speaks: aString }),
    "turned-away": record({ code: aNumber, lines: listOf(aString) }),
    broken: anything,
  }),
});
const candidate = record({
  ownNetworkOnly: aBoolean,
  settings: record(settings),
  source: aString,
  trust: aString,
  probe: orNull(probe),
});

const evidenceShape = record({
  sender: record({ ...person, from: aString, isFurther: optional(aBoolean) }),
  outgoing,
  incoming: orNull(record({ ...settings, type: aString, savedPassword })),
  fellows: listOf(record(person)),
  refusal: orNull(refusal),
  reported: optional(reported),
  probe: optional(orNull(probe)),
  candidates: optional(listOf(candidate)),
});
