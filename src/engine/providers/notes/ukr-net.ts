// ukr.net: access of mail programs is a setting.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "ukr.net",
  domains: ["ukr.net"],
  page: "https://wiki.ukr.net/ManageIMAPAccess",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/deltachat/provider-db/blob/master/_providers/ukr.net.md",
};
