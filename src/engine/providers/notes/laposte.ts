// La Poste: signs in with the main address only, not with an alias.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "La Poste",
  domains: ["laposte.net"],
  page: "https://aide.laposte.net/contents/comment-parametrer-un-logiciel-de-messagerie-pour-envoyer-et-recevoir-mes-courriers-electroniques",
  checked: "2026-11-28",
  facts: {
    from: { allows: "own-address", certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  from: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
