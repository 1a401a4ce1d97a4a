// Rogers: Yahoo runs the servers.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Rogers",
  domains: ["rogers.com", "rogers.ca"],
  hosts: ["rogers.com", "rogers.yahoo.com"],
  hostedBy: "yahoo",
  page: "https://www.rogers.com/support/internet/updating-your-rogers-yahoo-email-settings",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://www.rogers.com/support/internet/updating-your-rogers-yahoo-email-settings",
};
