// Cox: moved to Yahoo Mail in 2024.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Cox",
  domains: ["cox.net"],
  hostedBy: "yahoo",
  page: "https://www.cox.com/residential/support/imap-server-settings.html",
  site: "cox.com",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["cox.net"],
      to: null,
      by: "Yahoo Mail",
      year: 2024,
      certainty: "likely",
    },
    password: { is: "app-password", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved:
    "https://www.suped.com/knowledge/email-deliverability/technical/what-will-happen-when-coxnet-subscribers-move-to-yahoo-mail",
  password: "https://webdev.27labs.com/email",
};
