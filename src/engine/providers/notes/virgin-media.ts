// Virgin Media: the password for mail programs is made in the account's settings; looks after ntlworld, blueyonder
// and virgin.net.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Virgin Media",
  domains: ["virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "virgin.net", "virgin.com"],
  hosts: ["virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "virgin.net"],
  page: "https://www.virginmedia.com/help/broadband/manage-email-account",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
    moved: {
      from: ["ntlworld.com", "blueyonder.co.uk", "virgin.net"],
      to: { host: "smtp.virginmedia.com", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://community.virginmedia.com/discussions/email/locked-out-of-email/5680204",
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
