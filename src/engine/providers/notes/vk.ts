// VK Mail: on Mail.ru's servers.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "VK Mail",
  domains: ["vk.com"],
  hostedBy: "mail-ru",
  page: "https://account.mail.ru/user/2-step-auth/passwords/",
  site: "mail.ru",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://github.com/deltachat/provider-db/blob/master/_providers/vk.com.md",
};
