// UOL: access of mail programs is a setting of the webmail.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "UOL",
  domains: ["uol.com.br", "bol.com.br"],
  page: "https://sac.uol.com.br/info/primeiros_passos/config_mozillathunderbird.jhtm",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/uol.com.br.xml",
};
