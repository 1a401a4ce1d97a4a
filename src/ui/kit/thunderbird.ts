// The one file of the pages that touches Thunderbird's API. Calls are written out literally, because the store's
// review tool reads them to check versions and permissions.

import { closedByHand } from "../../protocol.js";
import { askedEarly } from "./asked-early.js";
import { handedOver } from "./early-page.js";
import { element } from "./elements.js";
import type { Host } from "./host.js";
import { english, labelsIn, type Labels, type LabelsByLanguage } from "./labels.js";
import { messageIn, type Messages } from "./messages.js";
import { spokenIn } from "./spoken-language.js";
import { translatedTexts } from "./translated.js";

/** By their names in the API; others stand as they are. */
const systems: Readonly<Record<string, string>> = { win: "Windows", mac: "macOS", linux: "Linux" };
/** Thunderbird has begun to read it long before. */
const savedByMilliseconds = 60_000;
/** A panel that is not open yet paints nothing. */
const paintedByMilliseconds = 100;
const { homepage_url: home } = messenger.runtime.getManifest();

/** Values that leave each place of a text as it is. */
const placesKept = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"];

const thunderbird: Omit<Host, "labels" | "message"> = {
  // Null for Thunderbird where the manifest has none.
  homePage: typeof home === "string" ? () => void messenger.windows.openDefaultBrowser(home) : null,
  ...spokenIn(messenger.i18n.getMessage("texts_language"), messenger.i18n.getUILanguage()),
  earlyPage: handedOver(),
  send: (envelope): Promise<unknown> => messenger.runtime.sendMessage(envelope),
  onMessage: (listener) => {
    messenger.runtime.onMessage.addListener((message: unknown) => {
      listener(message);
    });
  },
  isPopup: new URLSearchParams(location.search).get("window") !== "own",
  painted: () =>
    new Promise((resolve) => {
      // The frame itself is painted after its callbacks.
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, paintedByMilliseconds);
    }),
  ...askedEarly,
  permit: (hosts) => messenger.permissions.request({ origins: [...hosts] }),
  unpermit: async () => {
    const { origins = [] } = await messenger.permissions.getAll();
    await messenger.permissions.remove({ origins });
  },
  englishMessages: async () => {
    const file = await fetch(messenger.runtime.getURL("_locales/en/messages.json"));
    return (await file.json()) as Messages;
  },
  versions: async () => {
    const { name, version } = await messenger.runtime.getBrowserInfo();
    const { os, arch } = await messenger.runtime.getPlatformInfo();
    const own = messenger.runtime.getManifest();
    return `Relay Doctor ${own.version} (${messenger.runtime.id}), ${name} ${version}, ${systems[os] ?? os} ${arch}`;
  },
  save: (name, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, savedByMilliseconds);
  },
  write: async ({ to, subject, body }) => {
    await messenger.compose.beginNew({
      to: to === null ? [] : [to],
      subject,
      plainTextBody: body,
      isPlainText: true,
    });
  },
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
  readDrafts: async () => handedOver()?.drafts ?? askedEarly.readDrafts(),
  writeDrafts: (drafts) => messenger.storage.session.set({ drafts }),
  close: () => {
    window.dispatchEvent(new Event(closedByHand));
    window.close();
  },
};

/** The host of a page, with texts and Thunderbird's labels: what a page is drawn with from its first moment on. */
export async function onThunderbird(): Promise<Host> {
  const [message, labels] = await Promise.all([textsOfThunderbird(), labelsOfThunderbird()]);
  return { ...thunderbird, message, labels };
}

async function textsOfThunderbird(): Promise<Host["message"]> {
  const asked: Host["message"] = (key, values) => messenger.i18n.getMessage(key, [...values]);
  if (messenger.i18n.getMessage("texts_language") === "en") {
    return asked;
  }
  const lines = messenger.i18n.getMessage("texts", placesKept);
  const texts = translatedTexts(await thunderbird.englishMessages(), lines);
  return (key, values) => (key in texts ? messageIn(texts, key, values) : asked(key, values));
}

async function labelsOfThunderbird(): Promise<Labels> {
  const language = messenger.i18n.getUILanguage();
  if (/^en\b/i.test(language)) {
    return english;
  }
  const file = await fetch(messenger.runtime.getURL("thunderbird-labels.json"));
  return labelsIn(language, (await file.json()) as LabelsByLanguage);
}

/** A page in a window of its own goes with the compose window it was opened for: what is left to say is told elsewhere. */
export function closeWithWindow(composeWindowId: number): void {
  messenger.windows.onRemoved.addListener((windowId) => {
    if (windowId === composeWindowId) {
      window.close();
    }
  });
  // It may have gone while this page was loading.
  messenger.windows.get(composeWindowId).catch(() => {
    window.close();
  });
}
