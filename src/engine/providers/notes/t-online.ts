// T-Online: the password for mail programs is another than the one for the web page.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "T-Online",
  domains: ["t-online.de", "magenta.de"],
  hosts: ["t-online.de"],
  page: "https://www.telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten",
  site: "telekom.de",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password:
    "https://telekomhilft.telekom.de/t5/E-Mail/Passwoerter-aendern-nach-Missbrauch-der-E-Mail-Adresse/ta-p/3704180",
};
