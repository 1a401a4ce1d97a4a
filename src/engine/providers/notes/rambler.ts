// Rambler: access of mail programs is a setting.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Rambler",
  domains: ["rambler.ru", "lenta.ru", "myrambler.ru", "autorambler.ru", "ro.ru", "rambler.ua"],
  hosts: ["rambler.ru"],
  page: "https://help.rambler.ru/mail/mail-nastrojki-pochtovogo-yashika/2129/",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/rambler.ru.md",
};
