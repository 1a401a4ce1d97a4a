// Ziggo: looks after @Home, Casema, Quicknet and UPC.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Ziggo",
  domains: [
    "ziggo.nl",
    "ziggomail.com",
    "casema.nl",
    "quicknet.nl",
    "home.nl",
    "upcmail.nl",
    "chello.nl",
    "a2000.nl",
  ],
  hosts: ["ziggo.nl", "home.nl", "casema.nl", "upcmail.nl", "chello.nl", "quicknet.nl"],
  page: "https://www.ziggo.nl/klantenservice/internet/e-mail/serverinstellingen",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["home.nl", "casema.nl", "upcmail.nl", "chello.nl", "quicknet.nl"],
      to: { host: "smtp.ziggo.nl", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/ziggo.nl.xml",
};
