// WEB.DE: as at GMX, its sister.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "web-de",
  provider: "WEB.DE",
  domains: ["web.de", "email.de"],
  hosts: ["web.de"],
  page: "https://hilfe.web.de/pop-imap/einschalten.html",
  facts: {
    switch: { by: "user", certainty: "certain", checked: "2026-11-28" },
    password: { is: "app-password", when: "two-step", certainty: "likely", checked: "2026-11-28" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/web.de.xml",
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
