// Sky: Yahoo runs the servers.
// Doubtful: no list and no page that could be read names the page below.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Sky",
  domains: ["sky.com"],
  hostedBy: "yahoo",
  page: "https://www.sky.com/help/articles/get-emails-on-other-clients",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
