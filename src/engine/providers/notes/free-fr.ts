// Free: signing in on 465 or 587, as the account in From, took the place of port 25; for some accounts SMTP was a
// switch.

import type { ProviderNote, SourcesOf } from "../note.js";

export const note = {
  id: "free-fr",
  provider: "Free",
  domains: ["free.fr", "libertysurf.fr"],
  hosts: ["free.fr", "libertysurf.fr"],
  page: "https://assistance.free.fr/articles/configurer-de-maniere-avancee-mon-logiciel-de-messagerie-609",
  facts: {
    signIn: { since: null, certainty: "likely", checked: "2026-11-28" },
    switch: { by: "user", certainty: "possible", checked: "2026-11-28" },
    from: { allows: "own-address", certainty: "likely", checked: "2026-11-28" },
    moved: {
      from: ["libertysurf.fr"],
      to: { host: "smtp.free.fr", port: 465, security: "tls" },
      by: "Free",
      year: null,
      certainty: "likely",
      checked: "2026-11-28",
    },
  },
} as const satisfies ProviderNote;

export const sources: SourcesOf<typeof note> = {
  signIn:
    "https://next.ink/briefs/lebrief-teletravail-imperatif-securite-des-emails-chez-free-et-gandi-fuite-stormshield-usages-numeriques-des-francais",
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  from: "https://next.ink/briefs/lebrief-teletravail-imperatif-securite-des-emails-chez-free-et-gandi-fuite-stormshield-usages-numeriques-des-francais",
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
