// EarthLink: looks after MindSpring and Netcom.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "EarthLink",
  domains: ["earthlink.net", "mindspring.com", "netcom.com", "ix.netcom.com", "peoplepc.com"],
  hosts: ["earthlink.net", "mindspring.com", "peoplepc.com"],
  page: "https://help.earthlink.net/portal/en/kb/articles/email-server-settings",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["mindspring.com", "netcom.com"],
      to: { host: "smtpauth.earthlink.net", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/earthlink.net.xml",
};
