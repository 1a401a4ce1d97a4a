// Posteo: additional mailbox protection shuts mail programs out while it is on.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Posteo",
  domains: [
    "posteo.de",
    "posteo.net",
    "posteo.at",
    "posteo.ch",
    "posteo.eu",
    "posteo.org",
    "posteo.me",
    "posteo.com",
  ],
  hosts: ["posteo.de"],
  page: "https://posteo.de/en/help/activating-additional-email-account-protection",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
