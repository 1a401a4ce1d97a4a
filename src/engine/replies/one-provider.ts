// Names under which one provider's servers are met: those it takes mail for, sends from and reports under. From the ISP
// database's entries (a provider's domains and hosts) and the providers' own pages. Only for words: a password's rule
// asks the public suffix list alone (discovery/same-owner.ts).

import { registrableDomain } from "../passwords/owner.js";

/** A country's own ending: "de", "co.uk", "com.br". */
const country = String.raw`(?:com?\.)?[a-z]{2}`;

const providers: readonly RegExp[] = [
  // ISP database: googlemail.com
  /^(?:gmail|googlemail|google)\.com$/,
  // ISP database: hotmail.com, office365.com
  new RegExp(
    String.raw`^(?:(?:outlook|hotmail|live|msn|windowslive|office365|office|onmicrosoft|microsoft|exchangelabs)\.com|(?:outlook|hotmail|live)\.${country})$`,
  ),
  // Amazon's own pages on SES: hosts under amazonaws.com, notices from amazonses.com
  /^(?:amazonses|amazonaws|awsapps)\.com$/,
  // ISP database: yahoo.com, aol.com
  /^(?:yahoo|yahoodns|ymail|rocketmail|aol|aim)\.(?:com|net)$/,
  /^(?:yahoo\.co|ybb\.ne)\.jp$/,
  // ISP database: gmx.net, mail.com, 1und1.de
  /^(?:(?:gmx|1und1|ionos|mail)\.(?:net|com|de|at|ch)|web\.de|kundenserver\.de|online\.de)$/,
  // ISP database: me.com
  /^(?:icloud|me|mac|apple)\.com$/,
  // ISP database: yandex.ru, mail.ru
  /^(?:yandex\.(?:ru|com|net)|ya\.ru)$/,
  /^(?:mail|bk|inbox|list)\.ru$/,
  // ISP database: zoho.com, zoho.eu
  /^zoho(?:mail)?\.(?:com|eu|in|jp)$/,
  // ISP database: messagingengine.com
  /^(?:fastmail|messagingengine)\.(?:com|fm)$/,
  /^(?:proton\.me|protonmail\.(?:com|ch)|pm\.me)$/,
  // ISP database: orange.fr
  /^(?:orange|wanadoo)\.fr$/,
];

export function oneProvider(left: string, right: string): boolean {
  const [one, other] = [registrableDomain(left), registrableDomain(right)];
  return providers.some((names) => names.test(one) && names.test(other));
}
