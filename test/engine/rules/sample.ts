// One failed send, everything as it should be but for the refusal; each test changes the one thing it is about.

import type { Evidence, KnownIdentity } from "../../../src/engine/model/evidence.js";
import type { Finding } from "../../../src/engine/model/finding.js";
import type { Probe, ProbeAnswer, ProbedCandidate } from "../../../src/engine/model/probe.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import type { IncomingServer, OutgoingServer, SignIn } from "../../../src/engine/model/server-settings.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";

/** SmtpClient maps none of these to a way of signing in, and says nothing (USERS.md §1). */
export const silentSignIns: readonly SignIn[] = ["unset", "none", "old", "certificate", "any", "unknown"];
export const realSignIns: readonly SignIn[] = [
  "password",
  "encrypted-password",
  "kerberos",
  "ntlm",
  "secure",
  "oauth2",
];

export const sender: Evidence["sender"] = {
  identityId: "id1",
  accountId: "account1",
  accountName: "Alice",
  address: "alice@example.test",
  from: "alice@example.test",
};

const goodServer: OutgoingServer = {
  id: "smtp1",
  type: "smtp",
  description: "",
  isDefault: true,
  identityIds: ["id1"],
  locked: [],
  savedPassword: "yes",
  host: "mail.example.test",
  port: 587,
  security: "starttls",
  signIn: "password",
  userName: "alice@example.test",
};

export const incoming: IncomingServer = {
  type: "imap",
  host: "mail.example.test",
  port: 993,
  security: "tls",
  signIn: "password",
  userName: "alice@example.test",
  savedPassword: "yes",
};

export const bob: KnownIdentity = {
  identityId: "id2",
  accountId: "account2",
  accountName: "Bob",
  address: "bob@other.test",
};

/** `settings` of the entry in use, on top of good ones. */
export function sending(settings: Partial<OutgoingServer>): Pick<Evidence, "outgoing"> {
  return { outgoing: { kind: "smtp", server: { ...goodServer, ...settings }, assigned: "chosen" } };
}

export function replied(text: string, rest: Partial<Refusal> = {}): Refusal {
  return {
    stage: "rcpt",
    code: 550,
    enhancedCode: null,
    lines: [text],
    fault: null,
    secure: true,
    offeredSignIn: ["PLAIN", "LOGIN"],
    recipients: ["carol@elsewhere.test"],
    ...rest,
  };
}

export const relayDenied = replied("relay not permitted");
export const authFailed = replied("5.7.8 Error: authentication failed", {
  code: 535,
  enhancedCode: "5.7.8",
  stage: "auth",
});
export const senderNotAllowed = replied(
  "5.7.1 <alice@example.test>: Sender address rejected: not owned by user bob@other.test",
  { code: 553, enhancedCode: "5.7.1", stage: "mail" },
);
export const blocklisted = replied(
  "5.7.1 Service unavailable; client [192.0.2.9] blocked using zen.spamhaus.org",
  { code: 554, enhancedCode: "5.7.1" },
);
export const mustUseTls = replied("5.7.0 Must issue a STARTTLS command first", {
  code: 530,
  enhancedCode: "5.7.0",
  stage: "mail",
  secure: false,
  offeredSignIn: [],
});

export function faulty(fault: NonNullable<Refusal["fault"]>): Refusal {
  const nothing = { code: null, lines: [], secure: null, offeredSignIn: null };
  return replied("", { ...nothing, fault, stage: "connect" });
}

export function probed(answer: ProbeAnswer, rest: Partial<Probe> = {}): Probe {
  return {
    host: "mail.example.test",
    port: 587,
    security: "starttls",
    addresses: ["192.0.2.1"],
    answer,
    ...rest,
  };
}

export const answers: Extract<ProbeAnswer, { kind: "answers" }> = {
  kind: "answers",
  offeredSignIn: ["PLAIN"],
  toStranger: null,
};

export function candidate(
  settings: Partial<ProbedCandidate["settings"]>,
  rest: Partial<ProbedCandidate> = {},
): ProbedCandidate {
  const { host, port, security, signIn, userName } = { ...goodServer, ...settings };
  return {
    settings: { host, port, security, signIn, userName },
    source: "guide",
    trust: "own-domain",
    ownNetworkOnly: false,
    probe: probed(answers, { host, port, security }),
    ...rest,
  };
}

export function evidence(change: Partial<Evidence> = {}): Evidence {
  return {
    sender,
    ...sending({}),
    incoming,
    fellows: [],
    refusal: relayDenied,
    probe: null,
    candidates: [],
    ...change,
  };
}

/** What one rule says of it. */
export function findingOf(rule: string, all: Evidence): Finding {
  const finding = diagnose(all).findings.find((one) => one.rule === rule);
  if (finding === undefined) {
    throw new Error(`There is no rule ${rule}.`);
  }
  return finding;
}
