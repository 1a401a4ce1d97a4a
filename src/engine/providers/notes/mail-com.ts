// mail.com: mail programs are for premium accounts.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "mail.com",
  domains: [
    "mail.com",
    "email.com",
    "usa.com",
    "myself.com",
    "consultant.com",
    "post.com",
    "europe.com",
    "asia.com",
  ],
  hosts: ["mail.com"],
  page: "https://support.mail.com/premium/imap/server.html",
  checked: "2026-11-28",
  facts: {
    paid: { certainty: "likely" },
    password: { is: "app-password", when: "two-step", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  paid: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  password: "https://support.mail.com/security/2fa/application-specific-passwords.html",
};
