// NetEase Mail: 163, 126 and yeah.net: SMTP is off until it is switched on, and wants an authorization code.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "NetEase Mail",
  domains: ["163.com", "126.com", "yeah.net", "vip.163.com"],
  hosts: ["163.com", "126.com", "yeah.net"],
  page: "https://mail.163.com/",
  checked: "2026-11-28",
  facts: {
    password: { is: "authorization-code", certainty: "likely" },
    switch: { by: "user", certainty: "likely" },
    from: { allows: "own-address", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/163.md",
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/163.md",
  from: "https://github.com/xuxueli/xxl-job/issues/3858",
};
