// SAPO / MEO Mail: looks after meo.pt.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "SAPO / MEO Mail",
  domains: ["sapo.pt", "meo.pt", "sapo.cv", "sapo.ao"],
  hosts: ["sapo.pt", "meo.pt"],
  page: "https://ajuda.sapo.pt/configurar-programa-de-email-70015",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["meo.pt"],
      to: { host: "smtp.sapo.pt", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/sapo.pt.xml",
};
