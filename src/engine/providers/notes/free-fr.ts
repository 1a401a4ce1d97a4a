// Free: signing in on 465 or 587, as the account in From, took the place of port 25; for some accounts SMTP was a
// switch.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Free",
  domains: ["free.fr", "libertysurf.fr"],
  page: "https://assistance.free.fr/articles/configurer-de-maniere-avancee-mon-logiciel-de-messagerie-609",
  checked: "2026-11-28",
  facts: {
    signIn: { certainty: "likely" },
    switch: { by: "user", certainty: "possible" },
    from: { allows: "own-address", certainty: "likely" },
    moved: {
      from: ["libertysurf.fr"],
      to: { host: "smtp.free.fr", port: 465, security: "tls" },
      certainty: "likely",
    },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  signIn:
    "https://next.ink/briefs/lebrief-teletravail-imperatif-securite-des-emails-chez-free-et-gandi-fuite-stormshield-usages-numeriques-des-francais",
  switch: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
  from: "https://next.ink/briefs/lebrief-teletravail-imperatif-securite-des-emails-chez-free-et-gandi-fuite-stormshield-usages-numeriques-des-francais",
  moved: "https://github.com/M66B/FairEmail/blob/master/app/src/main/res/xml/providers.xml",
};
