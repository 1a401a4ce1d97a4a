// Vivaldi Webmail: “Forged sender address” is its word for a From that is not the account's.
// Doubtful: no list and no page that could be read names the page below.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Vivaldi Webmail",
  domains: ["vivaldi.net"],
  page: "https://help.vivaldi.com/services/webmail/",
  site: "vivaldi.com",
  checked: "2026-11-28",
  facts: {
    from: { allows: "registered", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://github.com/deltachat/deltachat-android/issues/2226",
};
