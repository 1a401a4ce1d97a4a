// GoDaddy: SMTP authentication may have to be switched on for the mailbox.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "GoDaddy",
  domains: ["secureserver.net"],
  page: "https://www.godaddy.com/help/server-and-port-settings-for-workspace-email-6949",
  site: "godaddy.com",
  checked: "2026-11-28",
  facts: {
    switch: { by: "administrator", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
