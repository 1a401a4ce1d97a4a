// Swisscom (Bluewin): the mailbox has a password of its own.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Swisscom (Bluewin)",
  domains: ["bluewin.ch", "bluemail.ch"],
  hosts: ["bluewin.ch"],
  page: "https://emailsetup.swisscom.ch/guide/",
  site: "swisscom.ch",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
