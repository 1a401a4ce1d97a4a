// Xfinity (Comcast): access for mail programs is a switch; mailboxes move to Yahoo Mail since 2025, and want its app
// passwords then.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Xfinity (Comcast)",
  domains: ["comcast.net"],
  hostedBy: "yahoo",
  page: "https://www.xfinity.com/support/articles/third-party-email-access",
  site: "xfinity.com",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
    moved: {
      from: ["comcast.net"],
      to: null,
      by: "Yahoo Mail",
      year: 2025,
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  moved: "https://tecknexus.com/comcast-moves-xfinity-email-to-yahoo-mail/3",
};
