// Proton Mail: mail programs reach it only through Bridge, on this computer, with the password that Bridge shows.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Proton Mail",
  domains: ["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
  hosts: ["protonmail.ch", "proton.me", "protonmail.com"],
  page: "https://proton.me/mail/bridge",
  checked: "2026-11-28",
  facts: {
    password: { is: "bridge-password", certainty: "certain" },
    paid: { certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://proton.me/support/protonmail-bridge-faq",
  paid: "https://proton.me/support/protonmail-bridge-faq",
};
