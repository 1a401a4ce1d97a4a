// Infomaniak: the password made on its dashboard, not that of the account.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Infomaniak",
  domains: ["ik.me", "infomaniak.com", "etik.com"],
  hosts: ["infomaniak.com", "infomaniak.ch"],
  page: "https://www.infomaniak.com/fr/support/faq/search?q=imap",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
