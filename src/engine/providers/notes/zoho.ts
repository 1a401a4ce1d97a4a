// Zoho Mail: “Relaying disallowed as …” is its word for a From that is not the account's.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Zoho Mail",
  domains: [
    "zoho.com",
    "zohomail.com",
    "zoho.eu",
    "zohomail.eu",
    "zohomail.in",
    "zoho.in",
    "zoho.com.au",
    "zohomail.com.au",
  ],
  hosts: ["zoho.com", "zoho.eu", "zoho.in", "zoho.com.au", "zoho.jp", "zohocloud.ca", "zohomail.com"],
  page: "https://www.zoho.com/mail/help/imap-access.html",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
    password: { is: "app-password", when: "two-step", certainty: "certain" },
    from: { allows: "registered", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/zoho.md",
  password:
    "https://help.zoho.com/portal/en/kb/solo/communication/settings/articles/how-to-generate-app-specific-password",
  from: "https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html",
};
