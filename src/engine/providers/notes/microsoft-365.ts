// Microsoft 365: SMTP AUTH is off for a tenant or a mailbox until its administrator turns it on; passwords are being
// phased out.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "microsoft-365",
  provider: "Microsoft 365",
  domains: ["onmicrosoft.com"],
  hosts: ["office365.com"],
  page: "https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission",
  site: "microsoft.com",
  facts: {
    password: { is: "oauth2-only", when: "always", certainty: "likely", checked: "2026-11-28" },
    switch: { by: "administrator", certainty: "certain", checked: "2026-11-28" },
    from: { allows: "registered", certainty: "likely", checked: "2026-11-28" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/OpenCTI-Platform/opencti/issues/12069",
  switch: "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/3124",
  from: "https://pastebin.com/wtU9XT6T",
};
