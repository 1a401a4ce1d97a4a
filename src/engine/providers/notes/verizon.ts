// Verizon: Mail of verizon.net has been AOL's since 2017.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Verizon",
  domains: ["verizon.net"],
  hostedBy: "aol",
  page: "https://login.aol.com/account/security",
  site: "aol.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
    moved: {
      from: ["outgoing.verizon.net", "outgoing.yahoo.verizon.net"],
      to: { host: "smtp.aol.com", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/verizon.net.xml",
};
