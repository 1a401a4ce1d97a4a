// freenet Mail: POP3, IMAP and SMTP are off until they are switched on.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "freenet Mail",
  domains: ["freenet.de", "fn.de", "freenetmail.de", "bossmail.de", "justmail.de"],
  hosts: ["freenet.de"],
  page: "https://kundenservice.freenet.de/artikel/1685",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/freenet.de.md",
};
