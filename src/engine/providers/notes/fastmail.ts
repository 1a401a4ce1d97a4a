// Fastmail: not on the basic plan.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Fastmail",
  domains: [
    "fastmail.com",
    "fastmail.fm",
    "fastmail.co.uk",
    "fastmail.de",
    "fastmail.net",
    "messagingengine.com",
    "fastmail.jp",
    "fastmail.to",
  ],
  hosts: ["fastmail.com", "messagingengine.com", "pobox.com"],
  page: "https://www.fastmail.help/hc/en-us/articles/360058752854-App-passwords",
  site: "fastmail.help",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
    paid: { certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://www.fastmail.com/help/clients/apppassword.html",
  paid: "https://www.fastmail.com/help/clients/apppassword.html",
};
