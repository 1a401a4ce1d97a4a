// Outlook.com: passwords, app passwords too, have been refused since September 2024.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "outlook",
  provider: "Outlook.com",
  domains: [
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "windowslive.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.de",
  ],
  hosts: ["outlook.com", "hotmail.com"],
  hostedBy: "microsoft-365",
  page: "https://support.office.com/article/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040",
  site: "office.com",
  facts: {
    password: { is: "oauth2-only", when: "always", certainty: "certain", checked: "2026-11-28" },
    from: { allows: "registered", certainty: "likely", checked: "2026-11-28" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/kimusan/Tachyon/discussions/114",
  from: "https://pastebin.com/wtU9XT6T",
};
