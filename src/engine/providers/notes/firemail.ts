// Firemail: mail programs are for paid accounts.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "firemail",
  provider: "Firemail",
  domains: ["firemail.de", "firemail.at"],
  hosts: ["firemail.de"],
  page: "https://firemail.de",
  checked: "2026-11-28",
  facts: {
    paid: { certainty: "likely" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  paid: "https://github.com/deltachat/provider-db/blob/master/_providers/firemail.de.md",
};
