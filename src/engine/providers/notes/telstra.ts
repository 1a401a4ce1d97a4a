// Telstra: looks after BigPond.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Telstra",
  domains: ["bigpond.com", "bigpond.net.au", "bigpond.net", "telstra.com"],
  hosts: ["telstra.com", "bigpond.com", "bigpond.net.au"],
  page: "https://www.telstra.com.au/support/category/email/telstra-mail/recommended-email-settings-for-telstra-mail",
  site: "telstra.com.au",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["bigpond.com", "bigpond.net.au"],
      to: { host: "smtp.telstra.com", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/bigpond.com.xml",
};
