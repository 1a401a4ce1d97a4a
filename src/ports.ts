// Every interface to the outside, on one page. Adapters implement them, editions choose the adapters,
// `app` knows nothing else of the world.

import type { CompanyPolicy } from "./engine/model/company-policy.js";
import type { ArrivalsWatched, LookUpsMade } from "./engine/model/options.js";
import type { LookUp, LookUpSource } from "./engine/model/look-up.js";
import type { Attempt, CopiedPassword, PasswordSource, Proof } from "./engine/model/attempt.js";
import type { PasswordTakenBack } from "./engine/model/attempt.js";
import type { KnownIdentity, OutgoingFound } from "./engine/model/evidence.js";
import type { Endpoint, Probe } from "./engine/model/probe.js";
import type { ReturnedMail } from "./engine/model/returned-mail.js";
import type { IncomingServer, OutgoingServer, ServerSettings } from "./engine/model/server-settings.js";
import type { SettingField } from "./engine/model/server-settings.js";
import type { ToldSettings } from "./engine/model/told-settings.js";
import type { Awake, Bugs, UnderWay } from "./under-way.js";
export type { Awake, Bugs } from "./under-way.js";
export type { Attempt, PasswordSource, Proof } from "./engine/model/attempt.js";
export type { LookUp, LookUpSource } from "./engine/model/look-up.js";

/** The outcome of writing settings. `refused`: Thunderbird did not take it (locked by policy, entry gone). */
export type Written<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "refused"; readonly because: RefusedWrite };
export type RefusedWrite = "locked" | "gone" | "not-smtp" | "busy" | "invalid" | "primary-password";

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

/** Who sends, through what. */
export type SettingsRead = Pick<Edition, "accounts"> & { readonly settings: Omit<Settings, "openSettings"> };

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
  copyPassword(
    from: PasswordSource,
    toServerId: string,
    identityId: string,
    credentialId: string,
  ): Promise<CopiedPassword>;
  /** Takes back what `copyPassword` did for that entry under that name; what is newer stays in use. */
  removePassword(credentialId: string, serverId: string): Promise<Written<PasswordTakenBack>>;
}

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

/** Asks by the domain, never by the address. */
export interface Discovery {
  /** Before the user has said anything. */
  readonly consent: LookUpsMade;
  /** Whether Thunderbird lets this edition ask these hosts, by match patterns. */
  permitted(hosts: readonly string[]): Promise<boolean>;
  /** Never rejects, and ends by itself within seconds. */
  lookUp(domain: string, source: LookUpSource): Promise<LookUp>;
}

export type { KnownIdentity } from "./engine/model/evidence.js";
export interface Accounts {
  /** In Thunderbird's order; only accounts that can send. */
  identities(): Promise<readonly KnownIdentity[]>;
}

/** Thunderbird's own *Get Messages*. `by-hand`: this edition cannot press it. */
export interface IncomingMail {
  get(accountId: string): Promise<"done" | "failed" | "by-hand">;
}

export type { FailedSend } from "./engine/model/failed-send.js";
export interface ComposeWindows {
  /** Sends that window's message once more; false: it is gone. How it ended is told as events, or by `rejected`. */
  sendAgain(windowId: number, rejected: () => void): Promise<boolean>;
  /** Opens our page in that window, again if an alert closes it. `to-front`: not only once it has the focus. `asked-for`: once. */
  showPage(windowId: number, how?: "to-front" | "asked-for"): void;
  /** Our page about that window in one of its own, in front; false: there is none. */
  keepPage(windowId: number): Promise<boolean>;
  /** A sign on our button in that window: the message was not sent. */
  setSign(windowId: number, isOn: boolean): void;
}

/** Messages that were to be sent later, and those whose sending from there has failed; known by their Message-ID. */
export interface Outbox {
  /** All of them, whoever sends them. */
  count(): Promise<number>;
  /** `lying`: what is there now. `gone`: what was seen going out, by whoever, since Thunderbird was started. */
  messages(): Promise<{ readonly lying: readonly string[]; readonly gone: readonly string[] }>;
  /** Settled when Thunderbird is not sending from there (any more); false where it has said so for too long. */
  atRest(): Promise<boolean>;
  /** Sends all that lie there: Thunderbird knows no smaller step. Settled when that has ended, or as `atRest` is. */
  send(): Promise<
    | { readonly kind: "ended" }
    /** `busy`: Thunderbird is sending, or one of its alerts is open. */
    | { readonly kind: "refused"; readonly because: "busy" | "offline" | "empty" }
  >;
}

/** Thunderbird's main window: where the page is shown when no compose window is left, and our first words are. */
export interface MailWindow {
  showPage(which?: "welcome"): Promise<boolean>;
  /** Brings it to the front: Thunderbird asks for permissions there, and only while it has the focus. */
  toFront(): Promise<void>;
  /** A sign on the toolbar button: there is something to tell. */
  setBadge(isOn: boolean): void;
}

export type { MailSeen } from "./engine/model/returned-mail.js";
/** Mails in Thunderbird's folders that may be bounces. */
export interface ReturnedMails {
  /** Null where none, or several, are displayed in that tab. */
  displayedIn(
    tabId: number,
  ): Promise<{ readonly messageId: number; readonly headerMessageId: string } | null>;
  /** Null for a mail that is no bounce, or cannot be read. */
  read(messageId: number): Promise<ReturnedMail | null>;
  /** Whether a message with that Message-ID header, by one of these authors (lower case), was kept and did not arrive. */
  hasCopyOf(headerMessageId: string, authors: readonly string[]): Promise<boolean>;
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

/** The edition that outranks this one, where both are installed: only one may answer a failed send. */
export interface Sibling {
  /** Asked at the moment of use: it may have been installed, removed or disabled since. */
  takesOver(): Promise<boolean>;
}

/** How settings are put right in this edition. */
export type Mending =
  /** By us, in one click, after a proof. */
  | {
      readonly kind: "written";
      readonly servers: OutgoingServers;
      readonly talk: ServerTalk;
      readonly openHistory: () => void;
    }
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

/** What `app` is given. */
export interface Ports extends Edition {
  readonly underWay: UnderWay;
}

/** What an edition is made of. */
export interface Edition {
  readonly settings: Settings;
  readonly mending: Mending;
  readonly discovery: Discovery;
  readonly companyPolicy: () => Promise<CompanyPolicy>;
  readonly accounts: Accounts;
  readonly alerts: Alerts;
  readonly incomingMail: IncomingMail;
  readonly compose: ComposeWindows;
  readonly isOffline: () => boolean;
  readonly outbox: Outbox;
  readonly mailWindow: MailWindow;
  readonly returnedMails: ReturnedMails;
  /** Whether arriving mail is heard of: from now on, and at the background's next starts. */
  readonly arrivals: { readonly watched: ArrivalsWatched; readonly watch: (isOn: boolean) => void };
  readonly pages: Pages;
  /** Opens a page of the notes in the default browser. */
  readonly openInBrowser: (url: string) => Promise<void>;
  readonly sibling: Sibling;
  readonly session: Store;
  readonly lasting: Store;
  readonly clock: Clock;
  readonly bugs: Bugs;
  readonly awake: Awake;
}

/** What the use cases that write settings or talk to mail servers are given: see app/case/writing.ts. */
export interface WritingPorts extends Ports {
  readonly servers: OutgoingServers;
  readonly talk: ServerTalk;
}
