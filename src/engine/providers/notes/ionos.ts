// IONOS: the mailbox has a password of its own; 1&1's hosting is IONOS now.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "IONOS",
  domains: [
    "online.de",
    "onlinehome.de",
    "ionos.de",
    "ionos.com",
    "ionos.co.uk",
    "ionos.fr",
    "sofortstart.de",
    "sofort-start.de",
  ],
  hosts: [
    "ionos.de",
    "ionos.com",
    "ionos.co.uk",
    "ionos.fr",
    "ionos.es",
    "ionos.it",
    "1und1.de",
    "1and1.com",
    "1and1.co.uk",
    "kundenserver.de",
  ],
  page: "https://www.ionos.com/help/email/troubleshooting-mail-basicmail-business/changing-a-11-ionos-email-account-password/",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "likely" },
    moved: {
      from: ["1and1.com", "1and1.co.uk", "1und1.de", "kundenserver.de"],
      to: null,
      by: "IONOS",
      certainty: "possible",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
