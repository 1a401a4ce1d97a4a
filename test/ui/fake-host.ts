// A Thunderbird for the pages: real texts of `_locales`, answers given by the test, nothing else.

import type { Envelope } from "../../src/protocol.js";
import { messageIn, type Messages } from "../../src/ui/kit/messages.js";
import { english as englishLabels } from "../../src/ui/kit/labels.js";
import type { DraftedMessage, Host } from "../../src/ui/kit/host.js";

export type { Messages };

export interface FakeHost extends Host {
  readonly sent: Envelope[];
  readonly missing: Set<string>;
  copied: string | null;
  saved: readonly [name: string, text: string] | null;
  written: DraftedMessage | null;
  english: Messages;
  closed: boolean;
  isPopup: boolean;
  homePage: (() => void) | null;
  drafts: Readonly<Record<string, string>>;
  /** Delivers a message to the page, as the background would. */
  deliver(message: unknown): void;
}

export function createFakeHost(
  messages: Messages,
  answer: (envelope: Envelope) => unknown,
  direction: "ltr" | "rtl" = "ltr",
): FakeHost {
  const listeners: ((message: unknown) => void)[] = [];
  const host: FakeHost = {
    sent: [],
    missing: new Set(),
    copied: null,
    saved: null,
    written: null,
    english: messages,
    closed: false,
    isPopup: false,
    homePage: null,
    earlyPage: null,
    drafts: {},
    locale: "en",
    direction,
    labels: englishLabels,
    message(key, values) {
      if (messages[key] === undefined) {
        host.missing.add(key);
      }
      return messageIn(messages, key, values);
    },
    send(envelope) {
      host.sent.push(envelope);
      return Promise.resolve(answer(envelope));
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
    painted: () => Promise.resolve(),
    windowId: () => Promise.resolve(7),
    permit: () => Promise.resolve(true),
    unpermit: () => Promise.resolve(),
    readDrafts: () => Promise.resolve(host.drafts),
    writeDrafts: (drafts) => {
      host.drafts = drafts;
      return Promise.resolve();
    },
    tabId: () => Promise.resolve(3),
    englishMessages: () => Promise.resolve(host.english),
    versions: () => Promise.resolve("Relay Doctor 1.2.3 (id), Thunderbird 153.0, Linux x86-64"),
    save(name, text) {
      host.saved = [name, text];
    },
    write(message) {
      host.written = message;
      return Promise.resolve();
    },
    copy(text) {
      host.copied = text;
      return Promise.resolve(true);
    },
    close() {
      host.closed = true;
    },
    deliver(message) {
      for (const listener of listeners) {
        listener(message);
      }
    },
  };
  return host;
}
