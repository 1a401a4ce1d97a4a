// Namecheap Private Email: From and its header have to be the mailbox.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Namecheap Private Email",
  domains: ["privateemail.com"],
  page: "https://www.namecheap.com/support/knowledgebase/article.aspx/1179/2175/general-private-email-configuration-for-mail-clients-and-mobile-devices/",
  site: "namecheap.com",
  checked: "2026-11-28",
  facts: {
    from: { allows: "own-address", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://github.com/mbreit/dokku-monit/issues/11",
};
