// Orange: access for mail programs that Orange does not provide is a setting of the mailbox; refusals say why by a
// number (OFR).

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Orange",
  domains: ["orange.fr", "wanadoo.fr"],
  page: "https://assistance.orange.fr/ordinateurs-peripheriques/installer-et-utiliser/l-utilisation-du-mail-et-du-cloud/mail-orange/le-mail-orange-nouvelle-version/parametrer-la-boite-mail/mail-orange-comment-acceder-a-sa-boite-mail-orange-depuis-une-application-ou-un-logiciel-de-messagerie-non-fourni-par-orange_434630-964290",
  checked: "2026-11-28",
  facts: {
    switch: { by: "user", certainty: "likely" },
    from: { allows: "own-address", certainty: "likely" },
    moved: {
      from: ["wanadoo.fr"],
      to: { host: "smtp.orange.fr", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  switch: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/orange.fr.xml",
  from: "https://github.com/sisimai/p5-sisimai/issues/240",
  moved: "https://github.com/thunderbird/autoconfig/blob/master/ispdb/orange.fr.xml",
};
