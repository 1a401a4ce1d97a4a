// Firemail: mail programs are for paid accounts.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Firemail",
  domains: ["firemail.de", "firemail.at"],
  hosts: ["firemail.de"],
  page: "https://firemail.de",
  checked: "2026-11-28",
  facts: {
    paid: { certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  paid: "https://github.com/deltachat/provider-db/blob/master/_providers/firemail.de.md",
};
