// CenturyLink: looks after Embarq, CenturyTel and Qwest.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "CenturyLink",
  domains: [
    "centurylink.net",
    "q.com",
    "embarqmail.com",
    "centurytel.net",
    "elpasotel.net",
    "qwest.net",
    "cswnet.com",
    "mebtel.net",
  ],
  hosts: ["centurylink.net", "q.com", "embarqmail.com", "centurytel.net"],
  page: "https://www.centurylink.com/home/help/internet/email/how-to-set-up-your-email-server-settings-to-go-through-pop-and-smtp.html",
  site: "centurylink.com",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["embarqmail.com", "centurytel.net", "qwest.net", "mebtel.net"],
      to: { host: "smtp.centurylink.net", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
