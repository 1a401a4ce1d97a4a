// Nauta (Cuba): takes few recipients at a time.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Nauta (Cuba)",
  domains: ["nauta.cu"],
  page: "https://webmail.nauta.cu",
  checked: "2026-11-28",
  facts: {
    limit: { count: 20, of: "recipients-a-message", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  limit: "https://github.com/deltachat/provider-db/blob/master/_providers/nauta.cu.md",
};
