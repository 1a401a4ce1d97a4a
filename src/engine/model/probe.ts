// What a server answered when it was looked at without signing in, and what settings were found for a domain.
// Facts with their source; `discovery/rank.ts` and the rules judge them.

import { security, serverSettings, type ServerSettings } from "./server-settings.js";
import {
  aBoolean,
  aNumber,
  aText,
  byKind,
  listOf,
  oneOf,
  orNull,
  record,
  type Of,
  type OfFields,
} from "./shape.js";

/** Where to connect: the part of the settings a probe needs. */
export type Endpoint = Pick<ServerSettings, "host" | "port" | "security">;

const strangerAnswer = byKind({
  accepted: {},
  refused: {
    code: aNumber("reply-code"),
    enhancedCode: orNull(aText("enhanced-code")),
    lines: listOf(aText("said")),
  },
});
export type StrangerAnswer = Of<typeof strangerAnswer>;

/** What the look came to; each has another cure. */
const probeAnswer = byKind({
  /** It speaks SMTP, and TLS where that was asked for, with a valid certificate. */
  answers: {
    /** Sign-in methods offered in the state in which Thunderbird would sign in. */
    offeredSignIn: listOf(aText("term")),
    /** The reply to MAIL FROM and RCPT TO with the user's own address, without signing in; null: not asked. */
    toStranger: orNull(strangerAnswer),
  },
  "unknown-host": {},
  refused: {},
  silent: {},
  certificate: {
    reason: oneOf("other-name", "self-signed", "untrusted", "expired", "not-yet-valid", "other"),
    /** Host names the certificate is for. Hostile text. */
    names: listOf(aText("host")),
  },
  /** No TLS could be agreed on: not a TLS port, or an interceptor. */
  "tls-failed": {},
  "starttls-not-offered": {},
  "not-smtp": { speaks: aText("term") },
  /** It greeted with a refusal. */
  "turned-away": { code: aNumber("reply-code"), lines: listOf(aText("said")) },
  broken: {},
});
export type ProbeAnswer = Of<typeof probeAnswer>;

/** Why nobody could speak with a server there. */
export type Unreachable = Exclude<ProbeAnswer["kind"], "answers" | "turned-away">;

export const probe = record({
  host: aText("host"),
  port: aNumber("port"),
  security,
  answer: probeAnswer,
  /** IP addresses of the host, as looked up; empty where the look-up failed. */
  addresses: listOf(aText("ip-address")),
});
export type Probe = Of<typeof probe>;

/** The ways of signing in that the server offered when it was looked at; null where nobody has seen any. */
export function offeredBy(seen: Probe | null): readonly string[] | null {
  return seen?.answer.kind === "answers" ? seen.answer.offeredSignIn : null;
}

/** One can sign in there. */
export function offersSignIn(seen: Probe | null): boolean {
  return (offeredBy(seen) ?? []).length > 0;
}

/**
 * Who says that these settings are right, the best first: what only the network says comes after what was written down for
 * the domain, and both before guesses. `note`: our own note of a provider that has moved; `certificate`: the name in the
 * certificate of the server in use; `incoming`: the server the account receives from; `guide`: mail.<domain>,
 * smtp.<domain>.
 */
export const candidateSource = oneOf(
  "policy",
  "thunderbird",
  "isp",
  "ispdb",
  "mx",
  "srv",
  "note",
  "certificate",
  "incoming",
  "guide",
);
export type CandidateSource = Of<typeof candidateSource>;

/**
 * Why the account's password may be given to that host (DESIGN §5, Credentials). `guess`: it may not be, unless
 * the user agrees to the host's name.
 */
export const trust = oneOf("configured", "published-by-domain", "published-by-ispdb", "own-domain", "guess");
export type Trust = Of<typeof trust>;

const candidate = {
  settings: serverSettings,
  source: candidateSource,
  trust,
  /** The publisher says that it works only inside its own network. */
  ownNetworkOnly: aBoolean,
};

/** Settings that may be right for an account. Nothing here is proven. */
export type Candidate = OfFields<typeof candidate>;

/** `probe` null: not looked at yet. */
export const probedCandidate = record({ ...candidate, probe: orNull(probe) });
export type ProbedCandidate = Of<typeof probedCandidate>;
