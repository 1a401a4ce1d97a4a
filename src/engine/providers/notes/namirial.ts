// Namirial PEC: certified mail; app passwords are for accounts with two-step verification.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Namirial PEC",
  domains: ["sicurezzapostale.it"],
  page: "https://servicedesk.namirial.com/hc/it/articles/4406869586065-Come-si-configura-in-un-client-di-posta",
  site: "namirial.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", when: "two-step", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
