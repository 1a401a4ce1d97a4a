// WEB.DE: as at GMX, its sister.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "WEB.DE",
  domains: ["web.de", "email.de"],
  hosts: ["web.de"],
  page: "https://hilfe.web.de/pop-imap/einschalten.html",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "certain" },
    password: { is: "app-password", when: "two-step", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://hilfe-pre.web.de/sicherheit/2fa/einrichten.html",
  password: "https://web.de/email/sicherheit/zwei-faktor-authentifizierung/",
};
