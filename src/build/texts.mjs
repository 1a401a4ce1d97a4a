// `npm run --silent texts`: the translations and where each stands. With a language:
//   npm run --silent texts de                    what is missing, superfluous, changed since, and what is wrong
//   npm run --silent texts de -- --english       every English text, one a line: code, key, text, what it is for
//   npm run --silent texts de -- --missing       only those that are missing or have changed
//   npm run --silent texts de -- --take FILE     takes "code<tab>text" or "key<tab>text" lines, or JSON {key: text}
//   npm run --silent texts de -- --write         stamps what was written by hand, drops what is superfluous
//   npm run --silent texts de -- --listing       name, summary and description for addons.thunderbird.net

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { labelLanguageOf, languages } from "./languages.mjs";
import { faultsOf } from "./text-faults.mjs";
import { catalogues, codeOf, isNamesOnly, standingOf, textsAt, translationOf } from "./translation.mjs";

/** @typedef {import("./translation.mjs").Texts} Texts */

const root = resolve(import.meta.dirname, "../..");
const [language, order = "", file = ""] = process.argv.slice(2);
/** @type {Texts} */
const english = Object.assign({}, ...catalogues.map(({ path }) => textsAt(path("en"))));
const keys = Object.keys(english);
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** @param {string} of */
function translated(of) {
  return /** @type {Texts} */ (Object.assign({}, ...catalogues.map(({ path }) => textsAt(path(of)))));
}

/** @param {string} of */
function faultsIn(of) {
  return Object.entries(translated(of)).flatMap(([key, { message }]) => {
    const text = english[key];
    return text === undefined ? [] : faultsOf(of, text, message).map((fault) => `${key}: ${fault}`);
  });
}

/** @param {string} of */
function report(of) {
  const { missing, superfluous, changed } = standingOf(english, translated(of));
  const faults = faultsIn(of);
  say(
    `${of}: ${String(missing.length)} missing, ${String(changed.length)} changed in English since, ${String(superfluous.length)} superfluous, ${String(faults.length)} with a fault`,
  );
  return { missing, superfluous, changed, faults };
}

/** @param {readonly string[]} wanted */
function show(wanted) {
  /** @type {Record<string, string> | undefined} */
  const labels = JSON.parse(readFileSync(join(root, "src/ui/kit/thunderbird-labels.json"), "utf8"))[
    labelLanguageOf(String(language))
  ];
  const used = new Map(
    wanted.flatMap((key) =>
      Object.entries(english[key]?.placeholders ?? {})
        .filter(([name]) => name.startsWith("tb_"))
        .map(([name, { content, example = "" }]) => [
          `$${name.toUpperCase()}$`,
          labels?.[content.slice(2, -2)] ?? example,
        ]),
    ),
  );
  if (labels === undefined) {
    say(
      `# Thunderbird has no language "${labelLanguageOf(String(language))}"; does it name it otherwise? Then say so: label in src/build/languages.mjs`,
    );
  }
  for (const [name, label] of used) {
    say(`# ${name} will be: ${label}`);
  }
  const given = wanted.filter((key) => !isNamesOnly(english[key]?.message ?? ""));
  for (const key of given) {
    const { message = "", description = "", placeholders = {} } = english[key] ?? {};
    const examples = Object.entries(placeholders)
      .filter(([name]) => !name.startsWith("tb_"))
      .map(([name, { example = "" }]) => `$${name.toUpperCase()}$: ${example}`);
    say([codeOf(key), key, message, [description, ...examples].join(" · ")].join("\t"));
  }
}

/** @param {string} text */
function taken(text) {
  if (text.trimStart().startsWith("{")) {
    return /** @type {Record<string, string>} */ (JSON.parse(text));
  }
  /** @type {Record<string, string>} */
  const written = {};
  for (const line of text.split("\n")) {
    const [, name = "", message = ""] = /^(\w+)(?:\t| ?=>? )(.*\S)\s*$/.exec(line) ?? [];
    if (name !== "") {
      written[keys.find((key) => codeOf(key) === name) ?? name] = message;
    } else if (line.trim() !== "" && !line.startsWith("#")) {
      say(`not understood: ${line}`);
    }
  }
  return written;
}

/** @param {Readonly<Record<string, string>>} written */
function write(written) {
  const unknown = Object.keys(written).filter((key) => english[key] === undefined);
  if (unknown.length > 0) {
    say(`no such text: ${unknown.join(", ")}`);
  }
  for (const { path } of catalogues) {
    const target = join(root, path(String(language)));
    const texts = translationOf(textsAt(path("en")), textsAt(path(String(language))), written);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(texts, null, 2)}\n`);
  }
}

/** French has a space before these signs, one at which no line breaks. @param {string} text */
function spaced(text) {
  return language === "fr"
    ? text
        .replace(/ ([:»])/g, "\u00a0$1")
        .replace(/ ([?!;])/g, "\u202f$1")
        .replace(/« /g, "«\u00a0")
    : text;
}

if (language === undefined) {
  for (const folder of readdirSync(join(root, "_locales")).filter((name) => name in languages)) {
    report(folder);
  }
} else if (!(language in languages)) {
  say(`texts: no language "${language}" in src/build/languages.mjs: ${Object.keys(languages).join(" ")}`);
  process.exitCode = 2;
} else if (order === "--english") {
  show(keys);
} else if (order === "--missing") {
  const { missing, changed } = standingOf(english, translated(language));
  show([...missing, ...changed]);
} else if (order === "--listing") {
  const texts = translated(language);
  const parts = Object.entries(texts).filter(([key]) => key.startsWith("store_"));
  const [summary, ...description] = parts.map(([, { message }]) => message);
  say([texts["extension_name"]?.message, summary, ...description].join("\n\n"));
} else {
  if (order === "--take" || order === "--write") {
    const written = order === "--take" ? taken(readFileSync(file, "utf8")) : {};
    write(Object.fromEntries(Object.entries(written).map(([key, text]) => [key, spaced(text)])));
  }
  const { missing, superfluous, changed, faults } = report(language);
  for (const [title, lines] of Object.entries({ missing, superfluous, changed, faults })) {
    lines.forEach((line) => say(`  ${title === "faults" ? "" : `${title}: `}${line}`));
  }
}
