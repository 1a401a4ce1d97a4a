// AOL Mail: one company with Yahoo Mail.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "aol",
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
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://help.aol.com/articles/Create-and-manage-app-password",
};
