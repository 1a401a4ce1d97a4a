// Amazon SES: user name and password are made for SMTP, for one region; From has to be verified.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Amazon SES",
  domains: ["amazonses.com"],
  hosts: ["amazonaws.com"],
  page: "https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html",
  site: "amazon.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "certain" },
    from: { allows: "registered", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://docs.aws.amazon.com/it_it/ses/latest/dg/smtp-credentials.md",
  from: "https://docs.aws.amazon.com/ses/latest/dg/verify-addresses-and-domains.html",
};
