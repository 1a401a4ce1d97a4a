// The Alerts port where nothing built in tells Thunderbird's own sentences: they are brought along for the languages most
// users run it in (alert-sentences.json, from Thunderbird 153's language packs). Another language gets the English ones.

import type { Alerts } from "../ports.js";
import known from "./alert-sentences.json" with { type: "json" };
import { browser } from "./browser.js";

type Sentences = Readonly<Record<string, string>>;

/** "pt-PT" is read with "pt-BR": a neighbour's words are nearer than English. */
export function sentencesIn(language: string): Sentences {
  const all = new Map<string, Sentences>(Object.entries(known));
  const tag = language.toLowerCase().replaceAll("_", "-");
  const [base = ""] = tag.split("-");
  const kin = [...all.keys()].find((name) => name === base || name.startsWith(`${base}-`));
  return all.get(tag) ?? all.get(kin ?? "en") ?? {};
}

export const shippedAlerts: Alerts = {
  sentences: () => Promise.resolve(sentencesIn(browser.i18n.getUILanguage())),
};
