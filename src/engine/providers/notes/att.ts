// AT&T: the app password is called a secure mail key here; Yahoo runs the servers.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "AT&T",
  domains: [
    "att.net",
    "currently.com",
    "ameritech.net",
    "bellsouth.net",
    "flash.net",
    "nvbell.net",
    "pacbell.net",
    "prodigy.net",
    "sbcglobal.net",
    "snet.net",
    "swbell.net",
    "wans.net",
  ],
  hosts: ["att.net"],
  hostedBy: "yahoo",
  page: "https://www.att.com/support/article/email-support/KM1240308",
  site: "att.com",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
    from: { allows: "registered", certainty: "possible" },
    moved: {
      from: ["sbcglobal.net", "bellsouth.net", "pacbell.net", "ameritech.net", "swbell.net"],
      to: { host: "smtp.mail.att.net", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  from: "https://support.mozilla.org/questions/1543286",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/att.net.xml",
};
