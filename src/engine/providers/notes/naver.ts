// Naver Mail: since 2025 mail programs want an application password, after two-step verification.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Naver Mail",
  domains: ["naver.com"],
  page: "https://help.naver.com/service/30029/contents/21342?osType=PC&lang=ko",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
    password: { is: "app-password", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/naver.md",
  password: "https://10wontips.blogspot.com/2025/08/update-your-naver-mail-password-to.html",
};
