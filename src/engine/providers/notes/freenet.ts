// freenet Mail: POP3, IMAP and SMTP are off until they are switched on.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "freenet",
  provider: "freenet Mail",
  domains: ["freenet.de", "fn.de", "freenetmail.de", "bossmail.de", "justmail.de"],
  hosts: ["freenet.de"],
  page: "https://kundenservice.freenet.de/artikel/1685",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/freenet.de.md",
};
