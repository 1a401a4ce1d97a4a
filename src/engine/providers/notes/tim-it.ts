// TIM / Alice Mail: looks after Alice and Tin.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "TIM / Alice Mail",
  domains: ["tim.it", "alice.it", "tin.it"],
  page: "https://www.tim.it/assistenza/assistenza-tecnica/mail/configurazione/protocolli-posta",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
