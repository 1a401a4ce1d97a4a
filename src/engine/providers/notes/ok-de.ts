// ok.de: access of mail programs is a setting.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "ok.de",
  domains: ["ok.de"],
  page: "https://kb.ok.de/de/support/solutions/articles/48001237314",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
