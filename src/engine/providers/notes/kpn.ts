// KPN: wants a sign-in since 2025, on the own network too; looks after Planet, HetNet, XS4ALL and Telfort.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "KPN",
  domains: [
    "kpnmail.nl",
    "kpnplanet.nl",
    "planet.nl",
    "wxs.nl",
    "hetnet.nl",
    "freeler.nl",
    "snelnet.net",
    "on.nl",
    "xs4all.nl",
    "telfort.nl",
    "tip.nl",
    "tiscali.nl",
  ],
  hosts: ["kpnmail.nl", "planet.nl", "hetnet.nl", "xs4all.nl", "telfort.nl"],
  page: "https://www.kpn.com/service/internet/e-mail/instellen-laptop-pc.htm",
  site: "kpn.com",
  checked: "2026-11-28",
  facts: {
    signIn: { since: 2025, certainty: "likely" },
    moved: {
      from: [
        "planet.nl",
        "hetnet.nl",
        "wxs.nl",
        "kpnplanet.nl",
        "freeler.nl",
        "xs4all.nl",
        "telfort.nl",
        "tiscali.nl",
      ],
      to: { host: "smtp.kpnmail.nl", port: 587, security: "starttls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  signIn: "https://support.mozilla.org/questions/1524828",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/kpnmail.nl.xml",
};
