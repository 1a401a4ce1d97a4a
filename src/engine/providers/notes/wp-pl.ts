// WP Poczta: mail programs sign in with an application password.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "WP Poczta",
  domains: ["wp.pl"],
  page: "https://pomoc.wp.pl/jak-skonfigurowac-program-pocztowy",
  checked: "2026-11-29",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
