// Where settings for a domain may be published (draft-ietf-mailmaint-autoconfig §3; thunderbird.net's ISP database).
// HTTPS only, and never with the address: what is asked is the domain. Building only; fetching is the adapter's.

import { isPublicSuffix } from "../passwords/owner.js";
import { isDomainName } from "./published-server.js";

/** The domain as it may be put into a look-up; null where it is none. IDN must be in its ASCII form already. */
export function lookUpDomain(domain: string): string | null {
  const name = domain.toLowerCase().replace(/\.$/, "");
  return isDomainName(name) ? name : null;
}

/** The provider's own pages, best first. Below a public suffix "autoconfig" may be anybody's. */
export function providerUrls(domain: string): readonly string[] {
  const name = lookUpDomain(domain);
  if (name === null) {
    return [];
  }
  const wellKnown = `https://${name}/.well-known/autoconfig/mail/config-v1.1.xml`;
  return isPublicSuffix(name) ? [wellKnown] : [`https://autoconfig.${name}/mail/config-v1.1.xml`, wellKnown];
}

const thunderbirdDatabase = "https://live.thunderbird.net/autoconfig/v1.1/";

/**
 * The ISP database's page for the domain. `database` is Thunderbird's preference mailnews.auto_config_url: the domain
 * goes where {{domain}} stands, else to the end. Null where that is empty or not HTTPS.
 */
export function databaseUrl(domain: string, database: string = thunderbirdDatabase): string | null {
  const name = lookUpDomain(domain);
  if (name === null || !database.startsWith("https://")) {
    return null;
  }
  return database.includes("{{domain}}") ? database.replace("{{domain}}", name) : database + name;
}

/** The hosts that a look-up for the domain asks, as a browser's match patterns. */
export function hostsAskedFor(domain: string): readonly string[] {
  const urls = [...providerUrls(domain), databaseUrl(domain)].filter((url) => url !== null);
  return urls.map((url) => `${/^https:\/\/[^/]+\//.exec(url)?.[0] ?? ""}*`);
}
