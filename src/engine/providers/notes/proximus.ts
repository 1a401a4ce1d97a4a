// Proximus: looks after Skynet and Belgacom.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Proximus",
  domains: ["proximus.be", "skynet.be", "belgacom.net", "kidcity.be"],
  hosts: ["proximus.be", "skynet.be", "belgacom.net"],
  page: "https://www.proximus.be/support/",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["skynet.be", "belgacom.net"],
      to: { host: "relay.proximus.be", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/skynet.be.xml",
};
