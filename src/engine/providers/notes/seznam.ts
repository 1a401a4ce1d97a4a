// Seznam Email: with two-step verification on, mail programs want a password of their own, set beside it.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Seznam Email",
  domains: ["seznam.cz"],
  page: "https://o-seznam.cz/napoveda/ucet/en/dvoufazove-overeni/postovni-programy/",
  site: "o-seznam.cz",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", when: "two-step", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://o-seznam.cz/napoveda/ucet/en/dvoufazove-overeni/postovni-programy/",
};
