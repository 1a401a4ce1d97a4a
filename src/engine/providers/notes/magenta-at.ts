// Magenta (Austria): UPC's chello.at is Magenta's now.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Magenta (Austria)",
  domains: ["chello.at", "inode.at"],
  hosts: ["chello.at", "mymagenta.at"],
  page: "https://www.magenta.at/",
  site: "magenta.at",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["chello.at"],
      to: { host: "mail.mymagenta.at", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/deltachat/provider-db/blob/master/_providers/chello.at.md",
};
