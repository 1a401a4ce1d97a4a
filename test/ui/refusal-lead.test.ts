// @vitest-environment happy-dom
// The sentence under the title, where nobody knows the server's name yet.

import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { refusalLead } from "../../src/ui/case/refusal-lead.js";
import { shippedTexts, textsAt } from "../../src/build/translation.mjs";
import { createTexts } from "../../src/ui/kit/i18n.js";
import { createFakeHost } from "./fake-host.js";
import { english } from "./open-page.js";
import { relayDenied } from "./sample-pages.js";

const texts = createTexts(createFakeHost(english, () => undefined));

it.each([
  [
    "unreachable",
    "Thunderbird could not reach mail.example.test.",
    "Thunderbird could not reach the server.",
  ],
  ["interrupted", "The connection to mail.example.test was cut off.", "The connection broke off."],
  ["other", "The connection to mail.example.test failed.", "The connection broke off."],
  [
    "certificate",
    "Thunderbird could not confirm that mail.example.test is the server it claims to be.",
    "The server could not prove who it is.",
  ],
  ["timeout", "mail.example.test did not answer in time.", "The server did not answer in time."],
] as const)(
  "%s: names the server, and without a name begins no word in the middle with a capital",
  (fault, named, unnamed) => {
    const refusal = { ...relayDenied, fault };
    expect(refusalLead(refusal, "mail.example.test", null, texts)).toBe(named);
    expect(refusalLead(refusal, null, null, texts)).toBe(unnamed);
  },
);

const languages = readdirSync("_locales", { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(languages.map(({ name }) => name))(
  '%s: where "The server" may stand, it begins the sentence',
  (name) => {
    const messages = shippedTexts(name, english, textsAt(`_locales/${name}/messages.json`));
    const translated = createTexts(createFakeHost(messages, () => undefined));
    const server = translated.text("ui_the_server");
    const sentences = [
      ...(["timeout", "starttls-not-offered", "sign-in-not-offered"] as const).map((fault) =>
        refusalLead({ ...relayDenied, fault }, null, null, translated),
      ),
      ...([null, "relay-denied"] as const).map((reason) =>
        refusalLead(relayDenied, null, reason, translated),
      ),
      refusalLead({ ...relayDenied, stage: "auth" }, null, null, translated),
      translated.text("ui_delivered_lead", server),
    ];
    expect(sentences.filter((sentence) => !sentence.startsWith(server))).toEqual([]);
  },
);

const faults = ["unreachable", "timeout", "interrupted", "certificate", "other"] as const;

it.each(languages.map(({ name }) => name))("%s: ends as its sentences end, named or not", (name) => {
  const messages = shippedTexts(name, english, textsAt(`_locales/${name}/messages.json`));
  const translated = createTexts(createFakeHost(messages, () => undefined));
  const lead = (fault: (typeof faults)[number], host: string | null): string =>
    refusalLead({ ...relayDenied, fault }, host, null, translated);
  const end = translated.text("ui_not_proven_do_provider").slice(-1);
  const leads = faults.flatMap((fault) => [lead(fault, null), lead(fault, "mail.example.test")]);
  expect(leads.filter((sentence) => !sentence.endsWith(end))).toEqual([]);
});
