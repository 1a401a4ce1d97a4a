// The page has words for everything a reply can mean.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isAboutAccount, matters, reasons, subReasons } from "../../../src/engine/model/reason.js";

const messages = JSON.parse(
  readFileSync(new URL("../../../_locales/en/messages.json", import.meta.url), "utf8"),
) as Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

const stems = [
  ...reasons.filter((reason) => reason !== "not-a-client-config-problem").map((reason) => `reason_${reason}`),
  ...subReasons.map((subReason) => `subreason_${subReason}`),
].map((stem) => stem.replaceAll("-", "_"));

it.each(stems)("%s has a title, a why, what to do, words for the provider, and what to leave", (stem) => {
  // A full mailbox is the recipient's, not this user's provider's.
  const provider = stem === "subreason_mailbox_full" ? [] : ["provider"];
  for (const part of ["title", "why", "do", ...provider, "leave"]) {
    const text = messages[`${stem}_${part}`];
    expect(text?.message, part).toMatch(/\S/);
    expect(text?.description, part).toMatch(/\S/);
  }
});

it.each(stems)("%s spares the user words that users do not know", (stem) => {
  for (const part of ["title", "why", "do", "leave"]) {
    expect(messages[`${stem}_${part}`]?.message).not.toMatch(
      /\b(?:relay(?:ing)?|SMTP|STARTTLS|identity|MTA|DSN)\b/,
    );
  }
});

it.each(matters.filter((matter) => !isAboutAccount(matter)))(
  "%s, told as a matter of its own (engine/model/reason.ts), has a title, a why and what to do",
  (matter) => {
    const keys = ["title", "why", "do"].map((part) => `matter_${matter.replaceAll("-", "_")}_${part}`);
    expect(keys.filter((key) => messages[key] === undefined)).toEqual([]);
  },
);
