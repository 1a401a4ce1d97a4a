// Spark (Xtra Mail): one server for all, since Yahoo's time has ended.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Spark (Xtra Mail)",
  domains: ["xtra.co.nz"],
  page: "https://www.spark.co.nz/help/get-more/xtra/xtra-mail-setup/",
  site: "spark.co.nz",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["smtp.xtra.co.nz"],
      to: { host: "send.xtra.co.nz", port: 465, security: "tls" },
      certainty: "possible",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/xtra.co.nz.xml",
};
