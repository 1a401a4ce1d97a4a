// Interia: access of mail programs is a setting.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Interia",
  domains: ["interia.pl", "interia.eu", "poczta.fm", "vip.interia.pl", "intmail.pl", "interia.com"],
  hosts: ["interia.pl"],
  page: "https://pomoc.poczta.interia.pl/news-parametry-do-konfiguracji-programow-pocztowych,nId,2136275",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
