// Optimum: From is compared with the account letter by letter, capitals too.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Optimum",
  domains: ["optimum.net", "optonline.net", "suddenlink.net"],
  page: "https://www.optimum.net/FAQ/",
  checked: "2026-11-28",
  facts: {
    from: { allows: "own-address", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://github.com/thunderbird/thunderbird-desktop-metrics-and-reports",
};
