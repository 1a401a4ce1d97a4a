// GMX: POP3, IMAP and SMTP are off until they are allowed once in the mailbox's settings.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "GMX",
  domains: ["gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu", "gmx.biz", "gmx.org", "gmx.info"],
  hosts: ["gmx.net", "gmx.com", "gmx.de"],
  page: "https://hilfe.gmx.net/pop-imap/einschalten.html",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "certain" },
    password: { is: "app-password", when: "two-step", certainty: "certain" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://www.gmx.net/mail/tipps/posts/pop3-imap/36/",
  password: "https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html",
  from: "https://github.com/infertux/zeyple/issues/49",
};
