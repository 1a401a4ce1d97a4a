// Tuta: no mail programs but its own.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Tuta",
  domains: ["tuta.com", "tutanota.com", "tutanota.de", "tutamail.com", "tuta.io", "keemail.me"],
  hosts: ["tuta.com", "tutanota.com"],
  page: "https://tuta.com/faq",
  checked: "2026-11-28",
  facts: {
    password: { is: "none", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/tutanota.md",
};
