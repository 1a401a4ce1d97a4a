// Optus: “Sender Policy - Relay denied” is its word for a From that is not the account's.
// Doubtful: no list and no page that could be read names the page below.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Optus",
  domains: ["optusnet.com.au", "optushome.com.au"],
  hosts: ["optusnet.com.au"],
  page: "https://www.optus.com.au/support",
  site: "optus.com.au",
  checked: "2026-11-28",
  facts: {
    from: { allows: "own-address", certainty: "possible" },
    ownNetwork: { certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://support.mozilla.org/questions/1493615",
  ownNetwork: "https://support.mozilla.org/questions/1500465",
};
