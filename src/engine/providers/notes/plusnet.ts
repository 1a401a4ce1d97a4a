// Plusnet: old brands and port 25 have been retired.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Plusnet",
  domains: ["plus.com", "plus.net", "madasafish.com", "force9.co.uk", "free-online.net"],
  hosts: ["plus.net", "plus.com", "madasafish.com", "force9.net", "free-online.net"],
  page: "https://www.plus.net/help/email-guides/how-to-set-up-plusnet-email/",
  checked: "2026-11-28",
  facts: {
    signIn: { certainty: "likely" },
    moved: {
      from: ["madasafish.com"],
      to: { host: "relay.plus.net", port: 465, security: "tls" },
      certainty: "possible",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  signIn: "https://support.mozilla.org/questions/1512206",
  moved: "https://support.mozilla.org/questions/1512206",
};
