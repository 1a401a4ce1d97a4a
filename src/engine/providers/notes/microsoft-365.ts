// Microsoft 365: SMTP AUTH is off for a tenant or a mailbox until its administrator turns it on; passwords stay
// until the end of 2026, and after that where the administrator wants them (Microsoft's timeline of January 2026).

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Microsoft 365",
  domains: ["onmicrosoft.com"],
  hosts: ["office365.com"],
  page: "https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission",
  site: "microsoft.com",
  checked: "2026-11-28",
  facts: {
    switch: { by: "administrator", certainty: "certain" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch:
    "https://docs.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission",
  from: "https://pastebin.com/wtU9XT6T",
};
