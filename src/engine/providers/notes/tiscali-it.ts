// Tiscali (Italy): the ISP database marks its server as for the own network; it also refuses passwords that are too
// simple.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Tiscali (Italy)",
  domains: ["tiscali.it"],
  page: "https://assistenza.tiscali.it/servizi/guida/posta-elettronica/",
  checked: "2026-11-28",
  facts: {
    ownNetwork: { certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  ownNetwork: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/tiscali.it.xml",
};
