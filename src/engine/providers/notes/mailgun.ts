// Mailgun: user name and password are made for one domain.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Mailgun",
  domains: ["mailgun.org"],
  page: "https://documentation.mailgun.com/",
  site: "mailgun.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "certain" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password:
    "https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/credentials/post-v3-domains--domain-name--credentials",
  from: "https://support.mozilla.org/questions/1530874",
};
