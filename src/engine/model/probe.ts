// What a server answered when it was looked at without signing in, and what settings were found for a domain.
// Facts with their source; `discovery/rank.ts` and the rules judge them.

import type { ServerSettings } from "./server-settings.js";

/** Where to connect: the part of the settings a probe needs. */
export type Endpoint = Pick<ServerSettings, "host" | "port" | "security">;

/** What the look came to; each has another cure. */
export type ProbeAnswer =
  /** It speaks SMTP, and TLS where that was asked for, with a valid certificate. */
  | {
      readonly kind: "answers";
      /** Sign-in methods offered in the state in which Thunderbird would sign in. */
      readonly offeredSignIn: readonly string[];
      /** The reply to MAIL FROM and RCPT TO with the user's own address, without signing in; null: not asked. */
      readonly toStranger: StrangerAnswer | null;
    }
  | { readonly kind: "unknown-host" }
  | { readonly kind: "refused" }
  | { readonly kind: "silent" }
  | {
      readonly kind: "certificate";
      readonly reason: "other-name" | "self-signed" | "untrusted" | "expired" | "not-yet-valid" | "other";
      /** Host names the certificate is for. Hostile text. */
      readonly names: readonly string[];
    }
  /** No TLS could be agreed on: not a TLS port, or an interceptor. */
  | { readonly kind: "tls-failed" }
  | { readonly kind: "starttls-not-offered" }
  | { readonly kind: "not-smtp"; readonly speaks: string }
  /** It greeted with a refusal. */
  | { readonly kind: "turned-away"; readonly code: number; readonly lines: readonly string[] }
  | { readonly kind: "broken" };

export type StrangerAnswer =
  | { readonly kind: "accepted" }
  | {
      readonly kind: "refused";
      readonly code: number;
      readonly enhancedCode: string | null;
      readonly lines: readonly string[];
    };

export interface Probe extends Endpoint {
  readonly answer: ProbeAnswer;
  /** IP addresses of the host, as looked up; empty where the look-up failed. */
  readonly addresses: readonly string[];
}

/**
 * Who says that these settings are right. `incoming`: the server the account receives from; `certificate`: the name
 * in the certificate of the server in use; `guide`: mail.<domain>, smtp.<domain>.
 */
export type CandidateSource =
  "policy" | "thunderbird" | "isp" | "ispdb" | "mx" | "srv" | "incoming" | "certificate" | "guide";

/**
 * Why the account's password may be given to that host (DESIGN §5, Credentials). `guess`: it may not be, unless
 * the user agrees to the host's name.
 */
export type Trust = "configured" | "published-by-domain" | "published-by-ispdb" | "own-domain" | "guess";

/** Settings that may be right for an account. Nothing here is proven. */
export interface Candidate {
  readonly settings: ServerSettings;
  readonly source: CandidateSource;
  readonly trust: Trust;
  /** The publisher says that it works only inside its own network. */
  readonly ownNetworkOnly: boolean;
}

/** Null: not looked at yet. */
export interface ProbedCandidate extends Candidate {
  readonly probe: Probe | null;
}
