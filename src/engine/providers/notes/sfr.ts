// SFR: looks after Neuf, Cegetel and Club Internet.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "SFR",
  domains: ["sfr.fr", "neuf.fr", "cegetel.net", "9online.fr", "club-internet.fr"],
  hosts: ["sfr.fr", "neuf.fr"],
  page: "https://assistance.sfr.fr/service-et-accessoire/sfr-mail/serveurs-messagerie-sfr.html",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["neuf.fr", "club-internet.fr", "cegetel.net", "9online.fr"],
      to: { host: "smtp.sfr.fr", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
