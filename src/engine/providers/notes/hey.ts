// HEY: no mail programs but its own.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "hey",
  provider: "HEY",
  domains: ["hey.com"],
  hosts: ["hey.com"],
  page: "https://www.hey.com/faqs/",
  checked: "2026-11-28",
  facts: {
    password: { is: "none", certainty: "likely" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/hey.com.md",
};
