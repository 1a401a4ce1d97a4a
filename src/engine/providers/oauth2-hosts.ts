// For which servers Thunderbird can sign in on the provider's own page: its list of OAuth2 providers for SMTP
// (OAuth2Providers.sys.mjs, Thunderbird 153). Whether a token can be had is the Experiment's to find out.

import { isBelow } from "./is-below.js";

const hosts: readonly string[] = [
  "gmail.com",
  "googlemail.com",
  "smtp.mail.ru",
  "smtp.yandex.com",
  "yahoo.com",
  "att.net",
  "aol.com",
  "office365.com",
  "outlook.com",
  "hotmail.com",
  "smtp.fastmail.com",
  "smtp.comcast.net",
  "thundermail.com",
];

export function thunderbirdHasOAuth2(host: string): boolean {
  return hosts.some((domain) => isBelow(host, domain));
}
