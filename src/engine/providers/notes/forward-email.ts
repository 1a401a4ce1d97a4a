// Forward Email: sending wants a subscription, and a password made for the alias.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Forward Email",
  domains: ["forwardemail.net"],
  page: "https://forwardemail.net/faq",
  checked: "2026-11-28",
  facts: {
    paid: { certainty: "likely" },
    password: { is: "own-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  paid: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
