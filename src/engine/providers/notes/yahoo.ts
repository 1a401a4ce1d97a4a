// Yahoo Mail: also refuses a Reply-To that is not the account's.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Yahoo Mail",
  domains: [
    "yahoo.com",
    "ymail.com",
    "rocketmail.com",
    "myyahoo.com",
    "yahoo.ca",
    "yahoo.co.uk",
    "yahoo.de",
    "yahoo.fr",
    "yahoo.it",
    "yahoo.es",
    "yahoo.se",
    "yahoo.co.in",
  ],
  hosts: ["mail.yahoo.com", "yahoo.com"],
  page: "https://help.yahoo.com/kb/SLN15241.html",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password:
    "https://vn.trogiup.yahoo.com/kb/account/T%E1%BA%A1o-v%C3%A0-qu%E1%BA%A3n-l%C3%BD-m%E1%BA%ADt-kh%E1%BA%A9u-%E1%BB%A9ng-d%E1%BB%A5ng-c%E1%BB%A7a-b%C3%AAn-th%E1%BB%A9-ba-sln15241.html",
  from: "https://support.mozilla.org/questions/1543286",
};
