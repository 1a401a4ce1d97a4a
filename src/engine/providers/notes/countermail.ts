// CounterMail: its app password is called IMAP key.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "CounterMail",
  domains: ["countermail.com"],
  page: "https://support.countermail.com/kb/faq.php?id=14",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
