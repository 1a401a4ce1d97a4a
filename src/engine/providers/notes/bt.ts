// BT Email: sends only for who has signed in with the address in From.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "BT Email",
  domains: ["btinternet.com", "btopenworld.com", "talk21.com"],
  hosts: ["btinternet.com", "btopenworld.com", "bt.com"],
  page: "https://www.bt.com/help/email",
  checked: "2026-11-28",
  facts: {
    signIn: { certainty: "certain" },
    from: { allows: "own-address", certainty: "likely" },
    moved: {
      from: ["btopenworld.com"],
      to: { host: "mail.btinternet.com", port: 465, security: "tls" },
      certainty: "likely",
    },
    paid: { certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  signIn: "https://www.bt.com/help/email/bt-mail-problems---error-530-when-sending-email",
  from: "https://www.storefront.btc.digital-cms.bt.com/help/email/fix-a-problem/problems-with-email/bt-email-problems--error-code-0x800ccc79--error-550-",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/btinternet.com.xml",
  paid: "https://www.bt.com/help/email/bt-email--help-in-understanding-errors",
};
