// Everything our pages need from Thunderbird, as plain functions: the real one is `thunderbird.ts`; the tests
// and the design gallery bring fakes, so the whole page also runs in a plain browser.

import type { Envelope } from "../../protocol.js";
import type { EarlyPage } from "./early-page.js";
import type { Labels } from "./labels.js";
import type { Messages } from "./messages.js";

export interface DraftedMessage {
  readonly to: string | null;
  readonly subject: string;
  readonly body: string;
}

export interface Host {
  /** The text of `_locales`, or "" where the key is not known (as messenger.i18n answers). */
  message(key: string, values: readonly string[]): string;
  /** Language of the interface, such as "en" or "pt_BR". */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** Thunderbird's own, in the language it runs in. */
  readonly labels: Labels;
  /** Hands a request to the background; undefined where nobody answered. */
  send(envelope: Envelope): Promise<unknown>;
  /** Null where nobody has asked for the page yet. */
  readonly earlyPage: EarlyPage | null;
  /** Calls back for every message that reaches this page. */
  onMessage(listener: (message: unknown) => void): void;
  /** In a panel, which closes at the first click elsewhere. */
  readonly isPopup: boolean;
  /** Settled once what has been drawn so far stands on the screen, or soon. */
  painted(): Promise<void>;
  /** Id of the window the page is shown in. */
  windowId(): Promise<number>;
  /** Id of the tab the page lies over. */
  tabId(): Promise<number>;
  /** The texts of `_locales/en`, whatever the user's language is. */
  englishMessages(): Promise<Messages>;
  /** Of the add-on, of Thunderbird and of the system, in one line. */
  versions(): Promise<string>;
  /** False: the system refused it. */
  copy(text: string): Promise<boolean>;
  /** Hands a text file to Thunderbird, which asks where to put it. */
  save(name: string, text: string): void;
  /** Opens a new message in plain text; `to` null: to nobody yet. Nothing is sent. */
  write(message: DraftedMessage): Promise<void>;
  /** Unfinished texts by the ids of their fields: kept in memory until Thunderbird ends, never on the disk. */
  readDrafts(): Promise<Readonly<Record<string, string>>>;
  writeDrafts(drafts: Readonly<Record<string, string>>): Promise<void>;
  /** Asks the user for access to these hosts; must be called in the click itself. False: not granted. */
  permit(hosts: readonly string[]): Promise<boolean>;
  /** Gives every such access back. */
  unpermit(): Promise<void>;
  close(): void;
  /** Opens our page on the internet in the browser; null while there is none. */
  readonly homePage: (() => void) | null;
}
