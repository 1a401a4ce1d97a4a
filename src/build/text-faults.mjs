// What is wrong with a translation, as far as a machine can tell, text by text: placeholders, plural forms, punctuation and
// quotation marks of the language, what was left in English, what looks like another script. Whether it says the same: no.

import { languages } from "./languages.mjs";
import { isNamesOnly } from "./translation.mjs";

/** @typedef {import("./translation.mjs").Text} Text */

/** A word that depends on a number: "{$COUNT$|one:message|other:messages}" (ui/kit/plural.ts). */
const group = /\{(\$\w+\$)((?:\|\w+:[^{}|]*)+)\}/g;
const placeholder = /\$\w+\$/g;
/** Placeholders that are numbers of things. */
const counts = /^\$(?:COUNT|NUMBER)\$$/;
/** Quotation marks of any language; the apostrophe is none. */
const marks = /[“”„‟«»‹›「」『』‘‚]/g;
/** Words of servers, which stay as servers say them; any other small word of English is not left as it is. */
const serverWords =
  /^(?:relay|relaying|not|permitted|denied|access|authentication|required|logged|in|sender|address|rejected|no|such|user|mailbox|unavailable|spam|oauth)$/;
const englishWords = /\b(?:the|your|this|because|which|should|cannot|doesn't|please)\b/i;
const simplified = /[们发务设码邮请连错误认证择钥这为时]/;
const traditional = /[們發務設碼郵請連錯誤認證擇鑰這為時]/;

/**
 * @param {string} language folder in _locales
 * @param {Text} english
 * @param {string} translated
 * @returns {readonly string[]} in English, for the translator
 */
export function faultsOf(language, english, translated) {
  const style = languages[language];
  if (style === undefined) {
    return [`src/build/languages.mjs does not know ${language}`];
  }
  const bare = translated.replaceAll(/\|[a-z]+:/g, " ").replaceAll(placeholder, "");
  return [
    ...placeholderFaults(english.message, translated),
    ...pluralFaults(language, translated),
    ...markFaults(style.quotes, bare),
    ...leftoverFaults(english.message, translated, bare),
    ...scriptFaults(language, style.script, english.message, bare),
    ...punctuationFaults(english.message, translated, bare),
  ];
}

/**
 * @param {string} english
 * @param {string} translated
 */
function placeholderFaults(english, translated) {
  const named = (/** @type {string} */ text) => [...new Set(text.match(placeholder) ?? [])].sort();
  const [wanted, found] = [named(english), named(translated)];
  return [
    ...wanted.filter((name) => !found.includes(name)).map((name) => `${name} is missing`),
    ...found.filter((name) => !wanted.includes(name)).map((name) => `${name} is not in the English text`),
  ];
}

/**
 * A number of things is more than one: languages with another form for 2 than for 5 (or 21) need all of these.
 * @param {string} language
 * @param {string} translated
 */
function pluralFaults(language, translated) {
  const rules = new Intl.PluralRules(language.replaceAll("_", "-"));
  const needed = [...new Set(Array.from({ length: 200 }, (_, index) => rules.select(index + 2)))];
  const faults = [];
  for (const [whole, number = "", forms = ""] of translated.matchAll(group)) {
    const given = [...forms.matchAll(/\|(\w+):/g)].map(([, name = ""]) => name);
    faults.push(
      ...needed.filter((name) => !given.includes(name)).map((name) => `${whole} has no form for "${name}"`),
      ...(given.includes("other") ? [] : [`${whole} has no form for "other"`]),
      ...(counts.test(number) ? [] : [`${number} is no number of things`]),
    );
  }
  const outside = translated.replaceAll(group, "{}");
  if (/[{}|]/.test(outside.replaceAll("{}", ""))) {
    faults.push("a plural is written {$COUNT$|one:…|other:…}");
  }
  const beside = /(\$(?:COUNT|NUMBER)\$)[\s\u00a0]+[^\s({[]*\p{L}/u.exec(outside);
  if (needed.length > 1 && beside !== null && !outside.includes("{}")) {
    faults.push(
      `${beside[1] ?? ""} stands before a word: write its forms, {…|${needed.join(":…|")}:…}, or put the number after a colon or in brackets`,
    );
  }
  return faults;
}

/**
 * @param {readonly string[]} quotes
 * @param {string} bare
 */
function markFaults(quotes, bare) {
  const used = [...(bare.match(marks) ?? [])];
  const faults = used
    .filter((mark) => !quotes.some((pair) => pair.includes(mark)))
    .map((mark) => `${mark} is no quotation mark of this language: ${quotes.join(" or ")}`);
  if (bare.includes('"')) {
    faults.push(`straight quotation marks: ${quotes.join(" or ")}`);
  }
  const fits = quotes.some((pair) => {
    const [open = "", close = ""] = pair;
    const inside = used.filter((mark) => pair.includes(mark));
    // ‘’ closes with the sign of the apostrophe.
    return (
      inside.length === used.length &&
      (close === "’" || inside.every((mark, index) => mark === (index % 2 === 0 ? open : close))) &&
      (close === "’" || inside.length % 2 === 0)
    );
  });
  if (faults.length === 0 && !fits) {
    faults.push(`quotation marks do not pair: ${used.join(" ")}`);
  }
  return faults;
}

/**
 * @param {string} english
 * @param {string} translated
 * @param {string} bare
 */
function leftoverFaults(english, translated, bare) {
  const faults = [];
  const words = english.replaceAll(placeholder, "").match(/\p{L}{2,}/gu) ?? [];
  if (translated === english && words.length > 2 && !isNamesOnly(english)) {
    faults.push("is still English");
  }
  const left = englishWords.exec(bare);
  if (left !== null) {
    faults.push(`"${left[0]}" is English`);
  }
  if (/\b(?:TODO|FIXME|XXX)\b|<[a-zA-Z/]|\[\[/.test(bare)) {
    faults.push("has a leftover");
  }
  return faults;
}

/**
 * @param {string} language
 * @param {import("./languages.mjs").Script} script
 * @param {string} english
 * @param {string} bare
 */
function scriptFaults(language, script, english, bare) {
  const own = {
    Han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Common}]/u,
    Hangul: /[\p{Script=Hangul}\p{Script=Latin}\p{Script=Common}]/u,
    Latin: /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u,
    Cyrillic: /[\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u,
    Greek: /[\p{Script=Greek}\p{Script=Latin}\p{Script=Common}]/u,
    Hebrew: /[\p{Script=Hebrew}\p{Script=Latin}\p{Script=Common}]/u,
    Arabic: /[\p{Script=Arabic}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u,
    Thai: /[\p{Script=Thai}\p{Script=Latin}\p{Script=Common}]/u,
    Georgian: /[\p{Script=Georgian}\p{Script=Latin}\p{Script=Common}]/u,
    Armenian: /[\p{Script=Armenian}\p{Script=Latin}\p{Script=Common}]/u,
  }[script];
  const foreign = [...bare].filter((sign) => !own.test(sign) && !english.includes(sign));
  const faults = foreign.length === 0 ? [] : [`signs of another script: ${[...new Set(foreign)].join(" ")}`];
  if (script !== "Latin" && bare !== english) {
    // Names and codes are those of the English text: what has a capital letter or a figure, and what it quotes in one word.
    const said = [...english.matchAll(/\p{Script=Latin}{2,}/gu)].map(([word]) => word);
    const quoted = [...english.matchAll(/“(\p{Script=Latin}+)”|(\p{Script=Latin}+)\d/gu)].flatMap(
      ([, ...words]) => words,
    );
    const isKept = (/** @type {string} */ word) =>
      ["IP", "Relay", "Doctor", "Thunderbird"].includes(word) ||
      quoted.includes(word) ||
      (said.includes(word) && (/\p{Lu}/u.test(word) || serverWords.test(word)));
    const latin = [...bare.replaceAll("Relay Doctor for Thunderbird", "").matchAll(/\p{Script=Latin}{2,}/gu)]
      .map(([word]) => word)
      .filter((word) => !isKept(word));
    faults.push(...latin.map((word) => `"${word}" is left in Latin letters`));
    const mixed = bare.match(
      /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/gu,
    );
    faults.push(...(mixed ?? []).map((pair) => `two scripts in one word: ${pair}`));
  }
  if ((language === "zh_TW" && simplified.test(bare)) || (language === "zh_CN" && traditional.test(bare))) {
    faults.push("signs of the other Chinese script");
  }
  if (
    (language === "zh_TW" || language === "zh_CN") &&
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(bare)
  ) {
    faults.push("kana");
  }
  return faults;
}

/**
 * @param {string} english
 * @param {string} translated
 * @param {string} bare
 */
function punctuationFaults(english, translated, bare) {
  const faults = [];
  if (bare.includes("...")) {
    faults.push("three dots: …");
  }
  if (translated !== translated.trim() || / {2}/.test(translated)) {
    faults.push("spaces too many");
  }
  const ends = { ":": /[:：]$/, "?": /[?？؟;]$/, "…": /…$/ };
  for (const [end, expected] of Object.entries(ends)) {
    if (english.endsWith(end) && !expected.test(translated)) {
      faults.push(`does not end in "${end}"`);
    }
  }
  for (const kept of english.replaceAll(placeholder, "").match(/\d+|\w+:\/\/|Relay Doctor/g) ?? []) {
    if (!bare.includes(kept)) {
      faults.push(`"${kept}" is missing`);
    }
  }
  return faults;
}
