// WP Poczta: mail programs sign in with an application password.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "wp-pl",
  provider: "WP Poczta",
  domains: ["wp.pl"],
  hosts: ["wp.pl"],
  page: "https://pomoc.wp.pl/jak-skonfigurowac-program-pocztowy",
  checked: "2026-11-29",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
