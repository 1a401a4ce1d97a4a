// The Alerts port where nothing built in tells Thunderbird's own sentences: they are brought along in every language that
// Thunderbird ships (alert-sentences.json, made by src/build/alert-sentences.mjs), and read only when an alert has to be.

import type { Alerts } from "../ports.js";
import { browser } from "./browser.js";

type Sentences = Readonly<Record<string, string>>;
/** By language, in small letters; what a language has not translated is not in it. */
export type Languages = Readonly<Record<string, Sentences>>;

/** In `language`; where Thunderbird has a neighbour of it only ("pt" for "pt-ao"), in that; else in English. */
export function sentencesIn(language: string, languages: Languages): Sentences {
  const all = new Map(Object.entries(languages));
  const tag = language.toLowerCase().replaceAll("_", "-");
  const [base = ""] = tag.split("-");
  const kin = [...all.keys()].find((name) => name === base || name.startsWith(`${base}-`));
  return { ...all.get("en"), ...(all.get(tag) ?? all.get(kin ?? "en")) };
}

export const shippedAlerts: Alerts = {
  async sentences() {
    const file = await fetch(browser.runtime.getURL("alert-sentences.json"));
    const { languages } = (await file.json()) as { readonly languages: Languages };
    return sentencesIn(browser.i18n.getUILanguage(), languages);
  },
};
