// The languages a translation may be in: their folder in `_locales`, the quotation marks of each (the first pair is
// preferred), the script. Folders are named as Thunderbird looks for them, see `_locales/README.md`.

/** @typedef {"Latin" | "Cyrillic" | "Greek" | "Hebrew" | "Arabic" | "Han" | "Hangul" | "Thai" | "Georgian" | "Armenian"} Script */

/** @type {Readonly<Record<string, {name: string, label?: string, quotes: readonly string[], script: Script}>>} */
export const languages = {
  ar: { name: "Arabic", quotes: ["«»", "“”"], script: "Arabic" },
  be: { name: "Belarusian", quotes: ["«»", "„“"], script: "Cyrillic" },
  bg: { name: "Bulgarian", quotes: ["„“"], script: "Cyrillic" },
  ca: { name: "Catalan", quotes: ["«»"], script: "Latin" },
  cs: { name: "Czech", quotes: ["„“"], script: "Latin" },
  cy: { name: "Welsh", quotes: ["“”", "‘’"], script: "Latin" },
  da: { name: "Danish", quotes: ["“”", "»«", "„“"], script: "Latin" },
  de: { name: "German", quotes: ["„“"], script: "Latin" },
  el: { name: "Greek", quotes: ["«»"], script: "Greek" },
  es: { name: "Spanish", label: "es-es", quotes: ["«»", "“”"], script: "Latin" },
  et: { name: "Estonian", quotes: ["„“", "„”"], script: "Latin" },
  eu: { name: "Basque", quotes: ["«»", "“”"], script: "Latin" },
  fi: { name: "Finnish", quotes: ["””"], script: "Latin" },
  fr: { name: "French", quotes: ["«»"], script: "Latin" },
  fy: { name: "Frisian", label: "fy-nl", quotes: ["‘’", "“”"], script: "Latin" },
  gl: { name: "Galician", quotes: ["«»", "“”"], script: "Latin" },
  he: { name: "Hebrew", quotes: ["”“", "“”", "„”"], script: "Hebrew" },
  hr: { name: "Croatian", quotes: ["„”", "„“"], script: "Latin" },
  hu: { name: "Hungarian", quotes: ["„”"], script: "Latin" },
  id: { name: "Indonesian", quotes: ["“”"], script: "Latin" },
  is: { name: "Icelandic", quotes: ["„“"], script: "Latin" },
  it: { name: "Italian", quotes: ["“”", "«»"], script: "Latin" },
  ja: { name: "Japanese", quotes: ["「」"], script: "Han" },
  ka: { name: "Georgian", quotes: ["„“"], script: "Georgian" },
  ko: { name: "Korean", quotes: ["‘’", "“”"], script: "Hangul" },
  lt: { name: "Lithuanian", quotes: ["„“"], script: "Latin" },
  lv: { name: "Latvian", quotes: ["“”", "„“"], script: "Latin" },
  nb: { name: "Norwegian (Bokmål)", label: "nb-no", quotes: ["«»", "“”"], script: "Latin" },
  nl: { name: "Dutch", quotes: ["‘’", "“”"], script: "Latin" },
  nn: { name: "Norwegian (Nynorsk)", label: "nn-no", quotes: ["«»"], script: "Latin" },
  pl: { name: "Polish", quotes: ["„”"], script: "Latin" },
  pt_BR: { name: "Portuguese (Brazil)", quotes: ["“”"], script: "Latin" },
  pt_PT: { name: "Portuguese (Portugal)", quotes: ["“”", "«»"], script: "Latin" },
  ro: { name: "Romanian", quotes: ["„”"], script: "Latin" },
  ru: { name: "Russian", quotes: ["«»"], script: "Cyrillic" },
  sk: { name: "Slovak", quotes: ["„“"], script: "Latin" },
  sl: { name: "Slovenian", quotes: ["»«", "„“"], script: "Latin" },
  sq: { name: "Albanian", quotes: ["“”", "«»"], script: "Latin" },
  sr: { name: "Serbian", quotes: ["„“", "„”"], script: "Cyrillic" },
  sv: { name: "Swedish", label: "sv-se", quotes: ["””"], script: "Latin" },
  th: { name: "Thai", quotes: ["“”"], script: "Thai" },
  tr: { name: "Turkish", quotes: ["“”"], script: "Latin" },
  uk: { name: "Ukrainian", quotes: ["«»"], script: "Cyrillic" },
  vi: { name: "Vietnamese", quotes: ["“”"], script: "Latin" },
  zh_CN: { name: "Chinese (simplified)", quotes: ["“”"], script: "Han" },
  zh_TW: { name: "Chinese (traditional)", quotes: ["「」"], script: "Han" },
};

/**
 * As Thunderbird's labels have it, and Intl: "pt_BR" → "pt-br".
 * @param {string} folder
 */
export function labelLanguageOf(folder) {
  return languages[folder]?.label ?? folder.toLowerCase().replaceAll("_", "-");
}
