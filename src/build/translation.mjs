// A translation beside its English original: what is missing, superfluous or changed since, how it is written, what of it
// ships. The stamp of the English text it was made from lies in its "description"; the tool writes it, and it does not ship.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * @typedef {{message: string, description?: string, placeholders?: Record<string, {content: string, example?: string}>}} Text
 * @typedef {Record<string, Text>} Texts
 */

const root = resolve(import.meta.dirname, "../..");

/** What is translated: the add-on's texts, and those of its page at addons.thunderbird.net. */
export const catalogues = [
  {
    name: "add-on",
    prefix: "",
    path: (/** @type {string} */ language) => `_locales/${language}/messages.json`,
  },
  {
    name: "listing",
    prefix: "store_",
    path: (/** @type {string} */ language) => `src/store/${language}/listing.json`,
  },
];

/**
 * @param {string} path
 * @returns {Texts} empty: there is no such file
 */
export function textsAt(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch (error) {
    if (/** @type {{code?: string}} */ (error).code === "ENOENT") {
      return {};
    }
    throw error;
  }
}

/** @param {Text} english */
export function stampOf({ message }) {
  return `en:${createHash("sha256").update(message).digest("hex").slice(0, 8)}`;
}

/**
 * A key in four signs, so that a translator need not write it; it stays the same whatever else is added.
 * @param {string} key
 */
export function codeOf(key) {
  return createHash("sha256").update(key).digest().readUInt32BE().toString(36).slice(-4);
}

/**
 * @param {Texts} english
 * @param {Texts} translated
 */
export function standingOf(english, translated) {
  const keys = Object.keys(english);
  return {
    missing: keys.filter((key) => translated[key] === undefined),
    superfluous: Object.keys(translated).filter((key) => english[key] === undefined),
    changed: keys.filter((key) => {
      const stamp = translated[key]?.description;
      return stamp !== undefined && stamp !== stampOf(/** @type {Text} */ (english[key]));
    }),
  };
}

/**
 * The file as it is kept: in the order of the English one, stamped where it was written today or never stamped.
 * @param {Texts} english
 * @param {Texts} before
 * @param {Readonly<Record<string, string>>} written
 * @returns {Texts}
 */
export function translationOf(english, before, written) {
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, text]) => {
      const today = written[key] ?? (isNamesOnly(text.message) ? text.message : undefined);
      const old = before[key];
      const stamp = stampOf(text);
      if (written[key] === undefined && old !== undefined) {
        return [[key, { message: old.message, description: old.description ?? stamp }]];
      }
      return today === undefined ? [] : [[key, { message: today, description: stamp }]];
    }),
  );
}

const names =
  /Relay Doctor for Thunderbird|Relay Doctor|Thunderbird|STARTTLS|SSL\/TLS|OAuth2|Kerberos|GSSAPI|NTLM|\$\w+\$/g;

/**
 * Nothing in it is translated: names, values, labels that Thunderbird writes.
 * @param {string} message
 */
export function isNamesOnly(message) {
  return !/\p{L}/u.test(message.replaceAll(names, ""));
}

/**
 * What ships: no descriptions, and every placeholder as Thunderbird reads it in the end ("$1", or a label's name); and in
 * which language the texts are, since Thunderbird's own may be one that we do not have. What is not translated is not there a
 * second time: Thunderbird takes it from the English texts (`default_locale`). The store reads the name in each language.
 * @param {string} language folder in _locales
 * @param {Texts} english
 * @param {Texts} texts
 * @param {ReadonlySet<string>} [left] keys that this edition has no use for
 * @returns {Texts}
 */
export function shippedTexts(language, english, texts, left = new Set()) {
  const isEnglish = (/** @type {string} */ key, /** @type {string} */ message) =>
    language !== "en" &&
    key !== "extension_name" &&
    isNamesOnly(message) &&
    message === english[key]?.message;
  const shipped = Object.entries(texts)
    .filter(([key, { message }]) => !left.has(key) && !isEnglish(key, message))
    .map(([key, { message }]) => {
      const { placeholders = {} } = english[key] ?? {};
      const filled = message.replaceAll(
        /\$(\w+)\$/g,
        (whole, /** @type {string} */ name) => placeholders[name.toLowerCase()]?.content ?? whole,
      );
      return [key, { message: filled }];
    });
  return { texts_language: { message: language }, ...Object.fromEntries(shipped) };
}

/**
 * A translation as it is packed: what Thunderbird itself, or the background, asks for by its key; all others one a line, in
 * the order of the English file that ships (`ui/kit/translated.ts`). Their keys would be a fifth of what a language takes.
 * @param {Texts} english as they ship
 * @param {Texts} texts as they ship
 * @param {ReadonlySet<string>} askedFor
 * @returns {Texts}
 */
export function inLines(english, texts, askedFor) {
  const lines = Object.keys(english).map((key) => (askedFor.has(key) ? "" : (texts[key]?.message ?? "")));
  if (lines.some((line) => line.includes("\n"))) {
    throw new Error("a text of more than one line");
  }
  const kept = Object.entries(texts).filter(([key]) => askedFor.has(key));
  return { ...Object.fromEntries(kept), texts: { message: lines.join("\n") } };
}

/**
 * Keys that stand in the manifest, or in a script's call of Thunderbird's own look-up.
 * @param {string} naming
 * @returns {ReadonlySet<string>}
 */
export function askedByKey(naming) {
  const named = naming.matchAll(/__MSG_(\w+)__|\bi18n\.getMessage\("(\w+)"/g);
  return new Set([...named].map(([, inManifest, inScript]) => inManifest ?? inScript ?? ""));
}

/**
 * The texts that only another edition names, in its scripts, pages or manifest. What none names by its whole key is put
 * together from the names of causes and reasons, which every edition has.
 * @param {Texts} english
 * @param {string} naming everything in this edition that may name a text
 * @param {readonly string[]} everywhere the same of each edition
 * @returns {ReadonlySet<string>}
 */
export function keysOfOthers(english, naming, everywhere) {
  const words = (/** @type {string} */ text) => new Set(text.match(/\w+/g));
  const own = words(naming);
  const any = words(everywhere.join("\n"));
  return new Set(
    Object.keys(english).filter((key) => {
      const names = [key, `__MSG_${key}__`];
      return names.some((name) => any.has(name)) && !names.some((name) => own.has(name));
    }),
  );
}
