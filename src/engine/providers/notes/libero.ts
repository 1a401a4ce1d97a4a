// Libero: app passwords are for accounts with two-step verification; looks after Iol, Inwind and Blu.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Libero",
  domains: ["libero.it", "iol.it", "blu.it", "inwind.it", "giallo.it"],
  hosts: ["libero.it", "iol.it"],
  page: "https://aiuto.libero.it/articolo/sicurezza/password-sicura-specifica-applicazioni-client/",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", when: "two-step", certainty: "likely" },
    moved: {
      from: ["iol.it", "inwind.it", "blu.it"],
      to: { host: "smtp.libero.it", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/libero.it.xml",
};
