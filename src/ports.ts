// Every interface to the outside, on one page. Adapters implement them, editions choose the adapters,
// `app` knows nothing else of the world.

import type { PublishedServer } from "./engine/model/published-server.js";
import type { OutgoingFound } from "./engine/model/evidence.js";
import type { Endpoint, Probe, ProbeAnswer } from "./engine/model/probe.js";
import type { Refusal } from "./engine/model/refusal.js";
import type {
  IncomingServer,
  OutgoingServer,
  ServerSettings,
  SettingField,
} from "./engine/model/server-settings.js";
import type { ToldSettings } from "./engine/model/told-settings.js";

/** The outcome of writing settings. `refused`: Thunderbird did not take it (locked by policy, entry gone). */
export type Written<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly because: RefusedWrite };
export type RefusedWrite = "locked" | "gone" | "not-smtp" | "busy" | "invalid" | "primary-password";

/** From which saved log-in a password may be copied, inside Thunderbird, never through an extension page. */
export type PasswordSource =
  | { readonly kind: "outgoing"; readonly serverId: string }
  | { readonly kind: "incoming"; readonly accountId: string }
  /** The log-in that a proof has just made. */
  | { readonly kind: "proof"; readonly proofId: string };
export type CopiedPassword =
  | { readonly kind: "copied" }
  | { readonly kind: "already-saved" }
  | { readonly kind: "none-saved" }
  | { readonly kind: "locked" };

/** Thunderbird's settings, as far as this edition can see and show them. */
export interface Settings {
  /**
   * What the identity sends through, as Thunderbird resolves it (own choice, else the default entry). `unreadable`
   * where nothing built in tells, and the user has not told yet.
   */
  ofIdentity(identityId: string): Promise<OutgoingFound>;
  /** Null where the account has none, or it cannot be read. */
  incomingOf(accountId: string): Promise<IncomingServer | null>;
  /** The nearest page to that account's settings which Thunderbird lets this edition open. */
  openSettings(accountId: string): Promise<void>;
}

/** Thunderbird's list of outgoing servers, read and written. What was written is on the disk when it is answered. */
export interface OutgoingServers extends Settings {
  /** The entry that the identity names, even one that is gone; null: none, "": the default, in so many words. */
  assignedTo(identityId: string): Promise<string | null>;
  /** Every entry, of every type. */
  ids(): Promise<readonly string[]>;
  /** Null where there is no such entry, or it is not SMTP. */
  get(serverId: string): Promise<OutgoingServer | null>;
  /** Fields without a value of their own, which therefore show Thunderbird's default. */
  unsetFields(serverId: string): Promise<readonly SettingField[]>;
  create(settings: ServerSettings, description: string): Promise<Written<{ readonly serverId: string }>>;
  /** Answers the values that were replaced. `unset`: fields that are to have no value of their own afterwards. */
  update(
    serverId: string,
    to: Partial<ServerSettings>,
    unset: readonly SettingField[],
  ): Promise<Written<Partial<ServerSettings>>>;
  /** Answers the entry the identity named before. `may-be-missing`: gives a name back that leads nowhere. */
  assign(
    identityId: string,
    serverId: string | null,
    entry: "must-exist" | "may-be-missing",
  ): Promise<Written<string | null>>;
  /** `newDefaultId`: takes its place where it was the default entry; null: the first of the others. */
  remove(serverId: string, newDefaultId: string | null): Promise<Written<null>>;
  /** `credentialId`: chosen by the caller, so that it can be written down before: it names what is to be taken back. */
  copyPassword(from: PasswordSource, toServerId: string, credentialId: string): Promise<CopiedPassword>;
  /** Takes back what `copyPassword` did under that name, and nothing where it did nothing. */
  removePassword(credentialId: string): Promise<Written<null>>;
}

/** Settings to be proven by a real log-in; one `operationId` is one click and makes two log-ins at the most. */
export interface Attempt {
  readonly operationId: string;
  readonly identityId: string;
  readonly settings: ServerSettings;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly passwords: readonly PasswordSource[];
  /** What the user typed; null: only saved passwords. */
  readonly password: string | null;
  /** The host that the user was shown and agreed to; null: none. */
  readonly agreedHost: string | null;
}

export type Proof =
  | { readonly kind: "accepted"; readonly proofId: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | {
      readonly kind: "unreachable";
      readonly because: Exclude<ProbeAnswer["kind"], "answers" | "turned-away">;
    }
  | { readonly kind: "no-sign-in-offered" }
  /** No saved password is left that was not rejected in this operation. */
  | { readonly kind: "no-password" }
  /** A rule of the credentials forbids it: no TLS, or a host nobody vouches for. */
  | { readonly kind: "withheld" }
  /** This way of signing in (OAuth2, Kerberos, NTLM) is Thunderbird's own to try. */
  | { readonly kind: "not-provable" }
  | { readonly kind: "too-many-log-ins" }
  | { readonly kind: "locked" }
  | { readonly kind: "cancelled" };

/** Talking to mail servers where the passwords live. Never sends a message. */
export interface ServerTalk {
  /** Looks at a server without signing in; `address` is offered as sender and recipient. Null: cancelled. */
  look(
    endpoint: Endpoint,
    envelope: { readonly from: string; readonly to: string } | null,
    operationId: string,
  ): Promise<Probe | null>;
  prove(attempt: Attempt): Promise<Proof>;
  /** Cancels what the operation is doing and forgets the passwords it holds. */
  end(operationId: string): Promise<void>;
}

/**
 * Where settings for a domain may be published: the administrator's policy, Thunderbird's own files, the domain's
 * pages, the ISP database, both for the owner of its mail exchanger, SRV records.
 */
export type LookUpSource = "policy" | "disk" | "isp" | "database" | "mx" | "srv";

export interface LookUp {
  readonly result: "found" | "none" | "no-answer" | "disabled";
  /** Said over HTTPS by the domain or the ISP database, or by who manages this program. */
  readonly vouched: boolean;
  readonly servers: readonly PublishedServer[];
}

/** Asks by the domain, never by the address. */
export interface Discovery {
  /**
   * Before the user has said anything. `as-thunderbird-does`: the look-ups of its own account set-up need no word;
   * `asked-for`: none is made until the user agrees.
   */
  readonly consent: "as-thunderbird-does" | "asked-for";
  /** Never rejects, and ends by itself within seconds. */
  lookUp(domain: string, source: LookUpSource): Promise<LookUp>;
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
  /** A sign on the toolbar button: there is something to tell. */
  setBadge(isOn: boolean): void;
}

/** Thunderbird's own alert about a failed send, which users copy. */
export interface Alerts {
  /** Its sentences by name, in the language Thunderbird runs in; none where the edition cannot read them. */
  sentences(): Promise<Readonly<Record<string, string>>>;
}

/** Our own pages, wherever they are open. */
export interface Pages {
  /** What they show is out of date: they ask again. */
  changed(): void;
}

/** How settings are put right in this edition. */
export type Mending =
  /** By us, in one click, after a proof. */
  | { readonly kind: "written"; readonly servers: OutgoingServers; readonly talk: ServerTalk }
  /** By the user's own hand, step by step: nothing built in lets us write settings or talk to mail servers. */
  | {
      readonly kind: "guided";
      /** What the user has told is what `settings` answers from now on, until Thunderbird ends. */
      tell(told: ToldSettings): Promise<void>;
      /** Settings may have changed since: they are asked for anew. */
      forget(): Promise<void>;
    };

/** Survives the background's sleep (`session`) or Thunderbird's end (`lasting`). Values are plain JSON. */
export interface Store {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Settled after that many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/** What `app` is given: one set for each edition. */
export interface Ports {
  readonly settings: Settings;
  readonly mending: Mending;
  readonly discovery: Discovery;
  readonly accounts: Accounts;
  readonly alerts: Alerts;
  readonly compose: ComposeWindows;
  readonly mailWindow: MailWindow;
  readonly pages: Pages;
  readonly session: Store;
  readonly lasting: Store;
  readonly clock: Clock;
}

/** What the use cases that write settings or talk to mail servers are given: see app/writing.ts. */
export interface WritingPorts extends Ports {
  readonly servers: OutgoingServers;
  readonly talk: ServerTalk;
}
