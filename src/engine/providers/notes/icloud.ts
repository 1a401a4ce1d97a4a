// iCloud Mail: only an app-specific password is taken; the user name is the part before the @.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "iCloud Mail",
  domains: ["icloud.com", "me.com", "mac.com"],
  hosts: ["mail.me.com", "icloud.com"],
  page: "https://support.apple.com/en-us/102654",
  site: "apple.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
    limit: { count: 1000, of: "messages-a-day", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://support.apple.com/en-in/102654",
  limit: "https://support.apple.com/en-ca/102198",
};
