// o2 Poczta: access of mail programs has to be activated; the ISP database marks the server as for some networks
// only.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "o2 Poczta",
  domains: ["o2.pl", "go2.pl", "tlen.pl", "prokonto.pl"],
  hosts: ["o2.pl"],
  page: "https://pomoc.o2.pl/aktywacja-dostepu-dla-programow-pocztowych",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
    ownNetwork: { certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/o2.pl.xml",
  ownNetwork: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/o2.pl.xml",
};
