// TalkTalk: looks after Tiscali UK, Pipex, LineOne and Onetel.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "TalkTalk",
  domains: [
    "talktalk.net",
    "pipex.com",
    "tiscali.co.uk",
    "lineone.net",
    "screaming.net",
    "homecall.co.uk",
    "tinyworld.co.uk",
    "onetel.com",
  ],
  hosts: ["talktalk.net", "pipex.com", "tiscali.co.uk", "lineone.net", "onetel.net"],
  page: "https://community.talktalk.co.uk/t5/Articles/Email-settings-IMAP-amp-POP3/ta-p/2204399",
  site: "talktalk.co.uk",
  checked: "2026-11-28",
  facts: {
    moved: {
      from: ["tiscali.co.uk", "lineone.net", "pipex.com", "dial.pipex.com", "onetel.net"],
      to: { host: "smtp.talktalk.net", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
