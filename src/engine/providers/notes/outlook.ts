// Outlook.com: passwords, app passwords too, have been refused since September 2024.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Outlook.com",
  domains: [
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "windowslive.com",
    "hotmail.co.uk",
    "hotmail.fr",
    "hotmail.de",
  ],
  hosts: ["outlook.com", "hotmail.com"],
  hostedBy: "microsoft-365",
  page: "https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-8361e398-8af4-4e97-b147-6c6c4ac95353",
  site: "microsoft.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "oauth2-only", certainty: "certain" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password:
    "https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-8361e398-8af4-4e97-b147-6c6c4ac95353",
  from: "https://pastebin.com/wtU9XT6T",
};
