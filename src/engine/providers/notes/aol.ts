// AOL Mail: one company with Yahoo Mail.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "AOL Mail",
  domains: [
    "aol.com",
    "aim.com",
    "netscape.net",
    "netscape.com",
    "compuserve.com",
    "cs.com",
    "wmconnect.com",
    "aol.de",
  ],
  hosts: ["aol.com"],
  page: "https://help.aol.com/articles/Create-and-manage-app-password",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://help.aol.com/articles/Create-and-manage-app-password",
};
