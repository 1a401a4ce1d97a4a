// mail.ee: as at Inbox.lv, its sister.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "mail.ee",
  domains: ["mail.ee"],
  page: "https://help.mail.ee/?keyword=email_clients_access",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://help.mail.ee/category/10200/question/10473",
};
