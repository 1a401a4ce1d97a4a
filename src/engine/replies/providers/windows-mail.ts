// Outlook, Outlook Express and Windows Live Mail: their own error numbers, asked only where no server words are known.
// 0x800CCC78 and 0x800CCC79 (sender, recipient refused) alone say no cause and are left out.

import { words } from "../phrase.js";

export const windowsMail = [
  ...words("port-or-connection-blocked", [
    {
      said: "The connection to the server has failed. Error number: 0x800CCC0E",
      by: "Outlook Express",
      pattern: /0x800ccc(?:0[d-f]|19|15)|0x8004210[89ab]/,
    },
    {
      said: "Your server has unexpectedly terminated the connection.",
      by: "Outlook",
      pattern: /unexpectedly terminated the connection|refused to allow a connection/,
    },
  ]),
  // The number for a refused recipient, and a server's reply in Sendmail's form that no words above explain: translated
  ...words("relay-denied", [
    {
      said: "Serverantwort: '550 <user@example.com>... Weitergabe abgelehnt', Port: 25, Fehlernummer: 0x800CCC79",
      by: "Outlook Express, translated with its server's reply",
      pattern: /@\.{3} ?[^\n]{3,300}0x800ccc79/,
    },
  ]),
  ...words("auth-failed", [
    { said: "Unable to log on. Error number: 0x800CCC92", by: "Outlook", pattern: /0x800ccc9[0-3]/ },
  ]),
];
