// Rogers: Yahoo runs the servers.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "rogers",
  provider: "Rogers",
  domains: ["rogers.com", "rogers.ca"],
  hosts: ["rogers.com", "rogers.yahoo.com"],
  hostedBy: "yahoo",
  page: "https://www.rogers.com/support/internet/updating-your-rogers-yahoo-email-settings",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://www.rogers.com/support/internet/updating-your-rogers-yahoo-email-settings",
};
