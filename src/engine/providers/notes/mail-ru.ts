// Mail.ru: the server says so itself: “Application password is REQUIRED”.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Mail.ru",
  domains: ["mail.ru", "inbox.ru", "list.ru", "bk.ru", "internet.ru", "xmail.ru"],
  hosts: ["mail.ru"],
  page: "https://help.mail.ru/mail/security/protection/external",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/mail.ru.md",
  from: "https://github.com/marlam/msmtp/issues/69",
};
