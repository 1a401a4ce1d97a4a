// NetEase Mail: 163, 126 and yeah.net: SMTP is off until it is switched on, and wants an authorization code.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "netease",
  provider: "NetEase Mail",
  domains: ["163.com", "126.com", "yeah.net", "vip.163.com"],
  hosts: ["163.com", "126.com", "yeah.net"],
  page: "https://mail.163.com/",
  facts: {
    password: { is: "authorization-code", when: "always", certainty: "likely", checked: "2026-11-28" },
    switch: { by: "user", certainty: "likely", checked: "2026-11-28" },
    from: { allows: "own-address", certainty: "likely", checked: "2026-11-28" },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/163.md",
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/163.md",
  from: "https://github.com/xuxueli/xxl-job/issues/3858",
};
