// Requests and scripts that the tests of the probe and the proof share: one sound dialogue to break in one place.

import type { ProbeRequest } from "../../../src/engine/smtp/probe.js";
import type { ProofRequest } from "../../../src/engine/smtp/proof.js";

export const password = "tops3cret, ümlaut";
export const plainMessage = Buffer.from(`\0alice@example.com\0${password}`).toString("base64");

export const proofRequest: ProofRequest = {
  security: "starttls",
  signIn: "password",
  credentials: { kind: "password", userName: "alice@example.com", secret: password },
  envelope: { from: "alice@example.com", recipients: ["bob@example.net"] },
};

export const probeRequest: ProbeRequest = {
  security: "starttls",
  envelope: null,
};

export const toTls: readonly string[] = [
  "S: 220 mail.example.com ESMTP",
  "C: EHLO [192.0.2.7]",
  "S: 250-mail.example.com",
  "S: 250-PIPELINING",
  "S: 250 STARTTLS",
  "C: STARTTLS",
  "S: 220 go ahead",
  "TLS",
  "C: EHLO [192.0.2.7]",
  "S: 250-mail.example.com",
  "S: 250-PIPELINING",
  "S: 250-SIZE 1000",
  "S: 250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2",
];

/** The whole proof with STARTTLS, PLAIN and PIPELINING. */
export const soundProof: readonly string[] = [
  ...toTls,
  `C: AUTH PLAIN ${plainMessage}`,
  "S: 235 2.7.0 welcome",
  "C: MAIL FROM:<alice@example.com>",
  "C: RCPT TO:<bob@example.net>",
  "C: RSET",
  "C: QUIT",
  "S: 250 2.1.0 ok",
  "S: 250 2.1.5 ok",
  "S: 250 2.0.0 reset",
  "S: 221 2.0.0 bye",
];

/** `script` with one line changed, and what follows it given up or replaced. */
export function breakAt(
  script: readonly string[],
  line: string,
  ...instead: readonly string[]
): readonly string[] {
  const at = script.indexOf(line);
  if (at < 0) {
    throw new Error(`the script does not say ${line}`);
  }
  return [...script.slice(0, at), ...instead];
}
