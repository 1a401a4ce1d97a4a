// QQ Mail: since November 2022 only an authorization code is taken, of 16 letters.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "QQ Mail",
  domains: ["qq.com", "foxmail.com", "vip.qq.com"],
  hosts: ["smtp.qq.com", "imap.qq.com", "pop.qq.com", "mail.qq.com"],
  page: "https://service.mail.qq.com/cgi-bin/help?subtype=1&id=28&no=331",
  checked: "2026-11-28",
  facts: {
    password: { is: "authorization-code", certainty: "likely" },
    switch: { by: "user", certainty: "likely" },
    from: { allows: "own-address", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://ashea.com.cn/guandian/2022/1011/707174.html",
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/qq.md",
  from: "https://git.uair.cc/expressgy/cursor-init/raw/branch/main/qq-email-setup.md",
};
