// The Messaging Company: mail of iiNet, Internode, Westnet and TPG: what was not taken along is gone, the rest has
// cost a fee since September 2024.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "The Messaging Company",
  domains: ["iinet.net.au", "internode.on.net", "westnet.com.au", "tpg.com.au", "adam.com.au"],
  hosts: [
    "iinet.net.au",
    "internode.on.net",
    "westnet.com.au",
    "tpg.com.au",
    "adam.com.au",
    "themessaging.co",
  ],
  page: "https://support.themessaging.co/hc/en-au",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["iinet.net.au", "internode.on.net", "westnet.com.au", "tpg.com.au", "adam.com.au"],
      to: null,
      by: "The Messaging Company",
      year: 2023,
      certainty: "certain",
    },
    password: { is: "app-password", certainty: "possible" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://www.internode.on.net/nodesupport/faq/internode_email_messaging_company",
  password: "https://support.themessaging.co/hc/en-au/articles/9001333465743-Set-up-App-specific-passwords",
};
