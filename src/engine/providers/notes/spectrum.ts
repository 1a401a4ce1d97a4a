// Spectrum: “AUP#Out-1500” is its word for a From that is not the account's.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Spectrum",
  domains: [
    "charter.net",
    "spectrum.net",
    "bresnan.net",
    "brighthouse.com",
    "rr.com",
    "twc.com",
    "roadrunner.com",
  ],
  hosts: ["charter.net", "spectrum.net", "brighthouse.com", "rr.com", "twc.com", "roadrunner.com"],
  page: "https://www.spectrum.net/support/internet/spectrum-email-server-settings/",
  checked: "2026-11-28",
  facts: {
    from: { allows: "own-address", certainty: "certain" },
    password: { is: "app-password", certainty: "possible" },
    moved: {
      from: ["rr.com", "roadrunner.com"],
      to: { host: "mail.twc.com", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://www.spectrum.net/support/internet/understanding-email-error-codes",
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/rr.com.xml",
};
