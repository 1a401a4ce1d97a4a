// Yahoo Mail: also refuses a Reply-To that is not the account's.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "yahoo",
  provider: "Yahoo Mail",
  domains: [
    "yahoo.com",
    "ymail.com",
    "rocketmail.com",
    "myyahoo.com",
    "yahoo.ca",
    "yahoo.co.uk",
    "yahoo.de",
    "yahoo.fr",
    "yahoo.it",
    "yahoo.es",
    "yahoo.se",
    "yahoo.co.in",
  ],
  hosts: ["mail.yahoo.com", "yahoo.com"],
  page: "https://help.yahoo.com/kb/SLN15241.html",
  facts: {
    password: { is: "app-password", when: "always", certainty: "certain", checked: "2026-11-28" },
    from: { allows: "registered", certainty: "likely", checked: "2026-11-28" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/yahoo.md",
  from: "https://support.mozilla.org/questions/1543286",
};
