// Every interface to the outside, on one page. Adapters implement them, editions choose the adapters,
// `app` knows nothing else of the world.

import type { OutgoingFound } from "./engine/model/evidence.js";
import type { Refusal } from "./engine/model/refusal.js";
import type { IncomingServer, OutgoingServer, ServerSettings } from "./engine/model/server-settings.js";

/** The outcome of writing settings. `refused`: Thunderbird did not take it (locked by policy, entry gone). */
export type Written<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly because: RefusedWrite };
export type RefusedWrite = "locked" | "gone" | "not-smtp" | "busy" | "invalid" | "primary-password";

/** From which saved log-in a password may be copied, inside Thunderbird, never through an extension page. */
export type PasswordSource =
  | { readonly kind: "outgoing"; readonly serverId: string }
  | { readonly kind: "incoming"; readonly accountId: string };
export type CopiedPassword =
  /** `credentialId` names the log-in that was added, so that undo can take exactly that one away. */
  | { readonly kind: "copied"; readonly credentialId: string }
  | { readonly kind: "already-saved" }
  | { readonly kind: "none-saved" }
  | { readonly kind: "locked" };

/** Thunderbird's list of outgoing servers. */
export interface OutgoingServers {
  /** What the identity sends through, as Thunderbird resolves it (own choice, else the default entry). */
  ofIdentity(identityId: string): Promise<OutgoingFound>;
  /** Null where there is no such entry, or it is not SMTP. */
  get(serverId: string): Promise<OutgoingServer | null>;
  incomingOf(accountId: string): Promise<IncomingServer | null>;
  create(settings: ServerSettings, description: string): Promise<Written<{ readonly serverId: string }>>;
  /** Answers the values that were replaced. */
  update(serverId: string, to: Partial<ServerSettings>): Promise<Written<Partial<ServerSettings>>>;
  /** Answers the entry the identity named before; null where it used the default. */
  assign(identityId: string, serverId: string | null): Promise<Written<string | null>>;
  remove(serverId: string): Promise<Written<null>>;
  copyPassword(from: PasswordSource, toServerId: string): Promise<CopiedPassword>;
  removePassword(credentialId: string): Promise<Written<null>>;
  openSettings(accountId: string): Promise<void>;
}

/** One identity with its account, as the built-in accounts API lists them. */
export interface KnownIdentity {
  readonly identityId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly address: string;
}

export interface Accounts {
  /** In Thunderbird's order; only accounts that can send. */
  identities(): Promise<readonly KnownIdentity[]>;
}

/** A send that failed, as the rim noticed it. */
export interface FailedSend {
  /** The window the message is still open in; null for the Outbox and for background sends. */
  readonly windowId: number | null;
  readonly identityId: string | null;
  readonly from: string;
  readonly refusal: Refusal;
}

export interface ComposeWindows {
  /**
   * Sends the message of that window once more; false where the window is gone. How it ended comes as an
   * event of its own, because the alert of a second refusal can outlast the background.
   */
  sendAgain(windowId: number): Promise<boolean>;
  /** Opens our page in that window; an alert that opens later closes it. */
  showPage(windowId: number): void;
}

/** Thunderbird's main window: where the page is shown when no compose window is left. */
export interface MailWindow {
  showPage(): Promise<boolean>;
}

/** Our own pages, wherever they are open. */
export interface Pages {
  /** What they show is out of date: they ask again. */
  changed(): void;
}

/** Survives the background's sleep (`session`) or Thunderbird's end (`lasting`). Values are plain JSON. */
export interface Store {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** What `app` is given: one set for each edition. */
export interface Ports {
  readonly servers: OutgoingServers;
  readonly accounts: Accounts;
  readonly compose: ComposeWindows;
  readonly mailWindow: MailWindow;
  readonly pages: Pages;
  readonly session: Store;
  readonly lasting: Store;
  readonly clock: Clock;
}
