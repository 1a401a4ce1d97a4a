// Vodafone (Germany): looks after Arcor and Kabel Mail.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Vodafone (Germany)",
  domains: ["vodafone.de", "vodafonemail.de", "arcor.de", "unity-mail.de", "nexgo.de", "kabelmail.de"],
  hosts: ["vodafonemail.de", "arcor.de", "vodafone.de", "kabelmail.de"],
  page: "https://www.vodafone.de/hilfe/vodafone-e-mail-cloud.html",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["arcor.de", "kabelmail.de", "vodafone-email.de"],
      to: { host: "smtp.vodafonemail.de", port: 465, security: "tls" },
      certainty: "likely",
    },
    password: { is: "own-password", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/vodafonemail.de.xml",
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
