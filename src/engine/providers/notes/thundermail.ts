// Thundermail: Thunderbird's own mail service.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Thundermail",
  domains: ["thundermail.com", "tb.pro"],
  page: "https://tb.pro/",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
