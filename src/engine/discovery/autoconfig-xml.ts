// The outgoing servers of an autoconfig file, and the pages it points to (config-v1.1.xml of a provider or of Thunderbird's ISP database; format:
// draft-ietf-mailmaint-autoconfig). Same readings as Thunderbird's readFromXML, test/e2e/ispdb.test.ts compares.
// Unlike it, a file without incoming server or with an unknown provider id is still read: we only send.

import type { Security, SignIn } from "../model/server-settings.js";
import type { PublishedPage } from "../model/published-page.js";
import { autoconfigPages } from "./autoconfig-pages.js";
import { isHostName } from "./published-server.js";
import type { PublishedServer } from "../model/published-server.js";
import { parseXml, type XmlElement } from "./xml.js";

export interface Autoconfig {
  readonly servers: readonly PublishedServer[];
  readonly pages: readonly PublishedPage[];
}

/** More servers than any provider lists: a hostile file must not keep us probing. */
const maximumServers = 16;

/** Null where it is another kind of file, or broken. `language`: of the words about pages, as in BCP 47. */
export function readAutoconfig(source: string, language = "en"): Autoconfig | null {
  const root = parseXml(source);
  const provider = root?.name === "clientConfig" ? childOf(root, "emailProvider") : undefined;
  if (root === null || provider === undefined) {
    return null;
  }
  const servers = childrenOf(provider, "outgoingServer").flatMap((element) => readServer(element) ?? []);
  return { servers: servers.slice(0, maximumServers), pages: autoconfigPages(root, provider, language) };
}

function readServer(element: XmlElement): PublishedServer | null {
  const host = textOf(element, "hostname") ?? "";
  const port = portOf(textOf(element, "port") ?? "");
  const security = knownWords(element, "socketType", securityWords)[0];
  const signIns = knownWords(element, "authentication", signInWords);
  const smtp = element.attributes.get("type") === "smtp";
  if (!smtp || !isHostPattern(host) || port === null || security === undefined || signIns.length === 0) {
    return null;
  }
  const restrictions = childrenOf(element, "restriction").map(({ text }) => text.trim());
  return {
    host: host.includes("%") ? host : host.toLowerCase(),
    port,
    security,
    signIns: [...new Set(signIns)],
    userName: textOf(element, "username")?.slice(0, 320) ?? null,
    ownNetworkOnly: restrictions.includes("client-IP-address"),
  };
}

const securityWords: ReadonlyMap<string, Security> = new Map([
  ["plain", "none"],
  ["SSL", "tls"],
  ["STARTTLS", "starttls"],
]);

/** With the words of format 1.0: plain, secure. The last three mean that nobody signs in. */
const signInWords: ReadonlyMap<string, SignIn> = new Map([
  ["password-cleartext", "password"],
  ["plain", "password"],
  ["password-encrypted", "encrypted-password"],
  ["secure", "encrypted-password"],
  ["GSSAPI", "kerberos"],
  ["NTLM", "ntlm"],
  ["OAuth2", "oauth2"],
  ["none", "none"],
  ["client-IP-address", "none"],
  ["smtp-after-pop", "none"],
]);

/** The values we know of that repeated element, in its order; unknown ones (TLS-client-cert) are skipped. */
function knownWords<Value>(
  element: XmlElement,
  name: string,
  words: ReadonlyMap<string, Value>,
): readonly Value[] {
  return childrenOf(element, name).flatMap(({ text }) => words.get(text.trim()) ?? []);
}

function isHostPattern(host: string): boolean {
  return isHostName(host.replace(/%[A-Z0-9]{1,40}%/g, "x").toLowerCase());
}

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

function textOf(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === "" ? undefined : text;
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
