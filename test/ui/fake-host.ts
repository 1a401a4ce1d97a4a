// A Thunderbird for the pages: real texts of `_locales`, answers given by the test, nothing else.

import type { Envelope } from "../../src/protocol.js";
import { english } from "../../src/ui/kit/labels.js";
import type { Host } from "../../src/ui/kit/host.js";

/** The part of messages.json that matters here. */
export type Messages = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly description?: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

export interface FakeHost extends Host {
  readonly sent: Envelope[];
  readonly missing: Set<string>;
  copied: string | null;
  closed: boolean;
  isPopup: boolean;
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
    closed: false,
    isPopup: false,
    drafts: {},
    locale: "en",
    direction,
    labels: english,
    message(key, values) {
      const entry = messages[key];
      if (entry === undefined) {
        host.missing.add(key);
        return "";
      }
      return entry.message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
        const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
        return content.startsWith("$") ? (values[Number(content.slice(1)) - 1] ?? "") : content;
      });
    },
    send(envelope) {
      host.sent.push(envelope);
      return Promise.resolve(answer(envelope));
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
    windowId: () => Promise.resolve(7),
    permit: () => Promise.resolve(true),
    unpermit: () => Promise.resolve(),
    readDrafts: () => Promise.resolve(host.drafts),
    writeDrafts: (drafts) => {
      host.drafts = drafts;
      return Promise.resolve();
    },
    tabId: () => Promise.resolve(3),
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
