// Shaw: the mailbox has a password of its own, set in MyRogers.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Shaw",
  domains: ["shaw.ca"],
  page: "https://www.rogers.com/support/internet/shaw-email/pop-and-imap-email-server-settings",
  site: "rogers.com",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["shaw.ca"],
      to: null,
      by: "Rogers",
      year: 2023,
      certainty: "certain",
    },
    password: { is: "own-password", certainty: "certain" },
    signIn: { certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://www.rogers.com/support/internet/shaw-email/troubleshooting-common-shaw-email-issues",
  password: "https://www.rogers.com/support/internet/shaw-email/changing-your-shaw-email-password",
  signIn: "https://support.mozilla.org/questions/1553043",
};
