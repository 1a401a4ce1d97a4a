// Texts of `_locales` for our pages. A key that must exist and does not is shown as it is: ugly, but never silent.
// Thunderbird's labels are filled in. Values are someone else's words (host names, account names), so controls in them are made visible.

import type { Text } from "../../engine/model/finding.js";
import type { Host } from "./host.js";
import { labelled } from "./labels.js";
import { numbered } from "./plural.js";
import { withoutControls } from "./server-text.js";

export interface Texts {
  /** With its placeholders filled in order. */
  text<Key extends TextKey>(key: Key, ...values: TextValues<Key>): string;
  /** What the engine says. */
  said(text: Text): string;
  /** The text of a key that may be missing or empty. */
  optional(key: `${string}_${"title" | "why" | "do" | "provider" | "leave"}`): string | null;
  /** Names in a row, as the language writes them: "A, B, and C". */
  list(items: readonly string[]): string;
  /** A moment, in milliseconds since 1970, as the language writes it. */
  time(at: number): string;
}

export function createTexts(host: Pick<Host, "message" | "locale" | "direction" | "labels">): Texts {
  const plural = new Intl.PluralRules(languageTag(host.locale));
  // A text that was made here may stand in another; its isolates are ours, and no stranger's to be written out.
  const ours = new Set<string>();
  const made = (text: string): string => {
    ours.add(text);
    return text;
  };
  const safe = (value: string): string => {
    if (host.direction === "ltr") {
      return ours.has(value) ? value : withoutControls(value);
    }
    return ours.has(value) ? rightToLeft(value) : isolated(withoutControls(value));
  };
  const lookUp = (key: string, values: readonly string[]): string => {
    const message = host.message(key, values.map(safe));
    return made(labelled(numbered(message, values, plural), host.labels, host.direction));
  };
  const names = new Intl.ListFormat(languageTag(host.locale), { type: "conjunction" });
  /** The sign between two names may hang on how the second begins ("ו" or "ו-"), which an isolate must not hide. */
  const listed = (items: readonly string[]): string => {
    const rest = [...items];
    return names
      .formatToParts(items.map((item) => item.replaceAll(/[\u2066-\u2069]/g, "")))
      .map(({ type, value }) => (type === "element" ? safe(rest.shift() ?? "") : value))
      .join("");
  };
  const moments = new Intl.DateTimeFormat(languageTag(host.locale), {
    dateStyle: "long",
    timeStyle: "short",
  });
  return {
    text: (key, ...values) => lookUp(key, values) || key,
    said: ({ key, values }) => lookUp(key, values) || key,
    optional: (key) => lookUp(key, []) || null,
    list: (items) => made(listed(items)),
    time: (at) => moments.format(at),
  };
}

/** Fills every `data-i18n` of the page and gives it the interface's language and direction. */
export function translatePage(page: Document, texts: Texts, host: Pick<Host, "locale" | "direction">): void {
  page.documentElement.lang = languageTag(host.locale);
  page.documentElement.dir = host.direction;
  for (const marked of page.querySelectorAll<HTMLElement>("[data-i18n]")) {
    marked.textContent = texts.said({ key: marked.dataset["i18n"] as TextKey, values: [] });
  }
}

/** A name of the engine as it stands in keys. */
export function snake<Name extends string>(name: Name): Snake<Name> {
  return name.replaceAll("-", "_") as Snake<Name>;
}

/** "pt_BR" → "pt-BR"; what no browser knows becomes English. */
export function languageTag(locale: string): string {
  const tag = locale.replaceAll("_", "-");
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    // No language tag.
    return "en";
  }
}

/** Right-to-left isolate (UAX #9), for a text of ours: its own direction may be inside its isolates, where none is looked for. */
function rightToLeft(text: string): string {
  return `\u2067${text}\u2069`;
}

/** First-strong isolate (UAX #9): keeps "mail.example.com" in one piece inside a right-to-left sentence. */
function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}
