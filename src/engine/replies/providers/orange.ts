// Orange, Wanadoo, La Poste, Free and SFR: French and English side by side, the cause in the number at the end.

import { sentences } from "../phrase.js";

export const orange = [
  ...sentences("auth-required", [
    {
      said: "550 5.5.0 Authentification requise. Authentication Required. LPN105_402",
      by: "La Poste",
      pattern: /(?:ofr|lpn)\d{0,3}_402/,
    },
    {
      said: "550 5.7.1 Authentification requise. OFR_305 [305]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_305/,
    },
  ]),
  ...sentences("sender-not-allowed", [
    {
      said: "550 5.5.0 Emetteur invalide. Invalid Sender. LPN104_415",
      by: "Orange, La Poste",
      pattern: /(?:ofr|lpn)\d{0,3}_415|emetteur invalide/,
    },
    {
      said: "550 5.7.1 Identifiant et adresse mail appartiennent a 2 utilisateurs differents. OFR_528 [528]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_528|appartiennent [aà] 2 utilisateurs/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("mailbox-unknown", [
    {
      said: "550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_(?:416|418|426)|destinataire (?:invalide|bloque)/,
    },
  ]),
  ...sentences("size", [
    {
      said: "552 5.3.4 Taille limite du message atteinte. Message size exceeds. OFR_514 [514]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_514/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "421 4.7.0 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR_104 [104]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_(?:104|105|109|999)/,
    },
  ]),
  ...sentences("blocklist", [
    {
      said: "421 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR105_103 [103]",
      by: "Orange: the address of the connection, of a VPN for example",
      pattern: /(?:ofr|lpn)\d{0,3}_103/,
    },
  ]),
  ...sentences("spf-dkim-dmarc", [
    {
      said: "550 5.5.0 SPF: example.com is not allowed to send mail. LPN004_401",
      by: "La Poste",
      pattern: /(?:ofr|lpn)\d{0,3}_401/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]",
      by: "Orange",
      pattern: /(?:ofr|lpn)\d{0,3}_506|mail rejete/,
    },
  ]),
  ...sentences("policy", [
    {
      said: "554 5.7.1 Client host rejected: #216 lpn LPN000_630",
      by: "La Poste",
      pattern: /lpn000_630|(?:ofr|lpn)\d{0,3}_6\d\d/,
    },
  ]),
];
