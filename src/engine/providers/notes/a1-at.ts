// A1 (Austria): looks after aon.at.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "A1 (Austria)",
  domains: ["a1.net", "aon.at"],
  page: "https://www.a1.net/hilfe-kontakt/",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["aon.at"],
      to: { host: "securemail.a1.net", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/a1.net.xml",
};
