// Mailfence: its app passwords are called service-specific passwords.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Mailfence",
  domains: ["mailfence.com"],
  page: "https://kb.mailfence.com/kb/service-specific-passwords/",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", when: "two-step", certainty: "likely" },
    paid: { certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  paid: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
