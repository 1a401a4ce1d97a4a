// HEY: no mail programs but its own.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "HEY",
  domains: ["hey.com"],
  page: "https://www.hey.com/faqs/",
  checked: "2026-11-28",
  facts: {
    password: { is: "none", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/hey.com.md",
};
