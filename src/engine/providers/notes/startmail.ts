// StartMail: its app passwords are called IMAP passwords, one for each device.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "StartMail",
  domains: ["startmail.com"],
  page: "https://support.startmail.com/hc/en-us/articles/360006536217-Configure-a-trusted-device-IMAP-password",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password:
    "https://support.startmail.com/index.php?/Knowledgebase/Article/View/531/26/i-cant-configure-my-startmail-imap-account---what-can-i-do",
};
