// Yandex Mail: mail programs want an app password, and access for them is a setting of the mailbox.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Yandex Mail",
  domains: ["yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.ua", "ya.ru", "narod.ru"],
  hosts: ["yandex.ru", "yandex.com", "yandex.net"],
  page: "https://yandex.com/support/passport/authorization/app-passwords.html",
  checked: "2026-11-28",
  facts: {
    password: { is: "app-password", certainty: "certain" },
    switch: { by: "user", certainty: "likely" },
    from: { allows: "registered", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  password: "https://yandex.com/support/passport/authorization/app-passwords.html",
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/yandex.ru.md",
  from: "https://github.com/splitbrain/dokuwiki-plugin-smtp/issues/38",
};
