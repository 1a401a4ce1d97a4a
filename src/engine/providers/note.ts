// The shape of a note: what a mail provider asks of mail programs beyond the settings, as a closed set of facts. A note
// is never evidence: it says what to look at first and why; the server decides (DESIGN §1.4).

import type { Certainty } from "../model/finding.js";
import type { Endpoint } from "../model/probe.js";

/**
 * `certain`: a page of the provider's own, below its domains, hosts or site, was read and says so. `likely`: a list that
 * is kept up says so. `possible`: somebody has said so.
 */
interface Said {
  readonly certainty: Certainty;
}

/** What a sign-in is made with; `own-password`: one for mail alone; `none`: other mail programs cannot send. */
export type PasswordKind =
  "app-password" | "own-password" | "authorization-code" | "bridge-password" | "oauth2-only" | "none";

export interface Facts {
  /** `when`: absent, for every account; `two-step`, for those with two-step verification only. */
  readonly password: Said & { readonly is: PasswordKind; readonly when?: "two-step" };
  /** Mail programs are kept out until somebody lets them in, on the provider's page. */
  readonly switch: Said & { readonly by: "user" | "administrator" };
  /** Mail programs are for paying customers. */
  readonly paid: Said;
  /** Whoever does not sign in cannot send (any more); the year in which that began, where it is known. */
  readonly signIn: Said & { readonly since?: number };
  /** Which address may stand in From: the account's alone, or also what is registered on the provider's page. */
  readonly from: Said & { readonly allows: "own-address" | "registered" };
  /** Sends only from the provider's own network. */
  readonly ownNetwork: Said;
  readonly limit: Said & {
    readonly count: number;
    readonly of: "messages-a-day" | "recipients-a-message";
  };
  /** `from`: hosts, or domains of hosts, that have been taken over; `to`: null where only that is known, and `by` whom. */
  readonly moved: Said & { readonly from: readonly string[] } & (
      { readonly to: Endpoint } | { readonly to: null; readonly by: string; readonly year?: number }
    );
}
export type FactKind = keyof Facts;

/** As a file has it. */
export interface WrittenNote {
  /** As the provider calls itself, for the page. */
  readonly provider: string;
  /** Mail domains, each of which is one provider's. */
  readonly domains: readonly string[];
  /** Its servers: a host, or a domain with every host below it; absent: they are below its mail domains. */
  readonly hosts?: readonly string[];
  /** The note whose servers its customers may be using: who runs its mail. */
  readonly hostedBy?: string;
  /** The provider's own page where it is put right, https. */
  readonly page: string;
  /** The domain of that page, where it is none of the above. */
  readonly site?: string;
  /** The day on which all its sources were read, as YYYY-MM-DD. */
  readonly checked: string;
  readonly facts: Partial<Facts>;
}

export interface ProviderNote extends WrittenNote {
  /** The file's name. */
  readonly id: string;
  readonly hosts: readonly string[];
}

/** Where each fact is from. A value of its own, so that it stays out of what ships. */
export type SourcesOf<Note extends WrittenNote> = Readonly<Record<keyof Note["facts"], string>>;
