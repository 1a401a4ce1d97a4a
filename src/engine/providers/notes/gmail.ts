// Gmail: an ordinary password has been refused since May 2022; app passwords want two-step verification.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Gmail",
  domains: ["gmail.com", "googlemail.com"],
  page: "https://myaccount.google.com/apppasswords",
  site: "google.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
    limit: { count: 500, of: "messages-a-day", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://support.google.com/accounts/answer/185833",
  limit: "https://github.com/apple-fanboi/mail-merge-app",
};
