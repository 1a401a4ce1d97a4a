// Brevo: an SMTP key in place of the password; Sendinblue's new name.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Brevo",
  domains: ["brevo.com"],
  hosts: ["brevo.com", "sendinblue.com"],
  page: "https://app.brevo.com/settings/keys/smtp",
  checked: "2026-11-28",
  facts: {
    password: { is: "own-password", certainty: "certain" },
    moved: {
      from: ["sendinblue.com"],
      to: { host: "smtp-relay.brevo.com", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://developers.brevo.com/docs/smtp-integration",
  moved: "https://dev.to/omnigenz/send-app-emails-through-the-brevo-smtp-relay-with-nodejs-nodemailer-3j2j",
};
