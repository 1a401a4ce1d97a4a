// Inbox.lv: access of mail programs is a setting, and comes with a password of its own; lost after two idle months.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Inbox.lv",
  domains: ["inbox.lv", "inbox.eu", "inbox.lt", "inbox.la"],
  page: "https://help.inbox.lv/?keyword=email_clients_access",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "certain" },
    password: { is: "own-password", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://help.inbox.lv/index.php/tag/imap",
  password: "https://help.inbox.lv/index.php/tag/imap",
};
