// mailbox.org: an app password is made under Security, for IMAP and SMTP.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "mailbox.org",
  domains: ["mailbox.org", "secure.mailbox.org"],
  hosts: ["mailbox.org"],
  page: "https://kb.mailbox.org/en/private/security-and-privacy/e-mail-password",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", when: "two-step", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://kb.mailbox.org/en/private/security-and-privacy/e-mail-password",
};
