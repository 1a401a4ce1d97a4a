// The Discovery port over fetch: the domain's own pages and the ISP database, HTTPS only, by the domain alone, once the
// user has agreed. Bounded in size and time; without cookies, log-in, referrer or cache. No DNS here, so neither mail
// exchangers nor SRV records. Redirects are not followed: nobody hears of the look-up but the hosts that were agreed to.

import { databaseUrl, hostsAskedFor, providerUrls } from "../engine/discovery/autoconfig-urls.js";
import { readAutoconfig } from "../engine/discovery/autoconfig-xml.js";
import { xmlEncoding } from "../engine/discovery/xml-encoding.js";
import { xmlLimits } from "../engine/discovery/xml.js";
import { joinOctets } from "../engine/octets/text.js";
import type { Discovery, LookUp } from "../ports.js";
import { browser } from "./browser.js";

const patienceMilliseconds = 5_000;
const maximumOctets = 4 * xmlLimits.characters;

export const fetchDiscovery: Discovery = {
  consent: "asked-for",
  permitted,
  async lookUp(domain, source) {
    // Without the permission an answer could not be read: then nothing is asked either.
    if (!(await permitted(hostsAskedFor(domain)))) {
      return nothing("disabled");
    }
    switch (source) {
      case "isp":
        return best(await Promise.all(providerUrls(domain).map(readPage)));
      case "database": {
        const url = databaseUrl(domain);
        return url === null ? nothing("none") : readPage(url);
      }
      default:
        return nothing("disabled");
    }
  },
};

async function permitted(hosts: readonly string[]): Promise<boolean> {
  return hosts.length > 0 && browser.permissions.contains({ origins: [...hosts] });
}

function nothing(result: Exclude<LookUp["result"], "found">): LookUp {
  return { result, vouched: false, servers: [], pages: [] };
}

/** The first page that has something goes before the second. */
function best(pages: readonly LookUp[]): LookUp {
  return pages.find(({ result }) => result === "found") ?? pages[0] ?? nothing("none");
}

async function readPage(url: string): Promise<LookUp> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    // A redirect is an answer without a page; what lies behind it was not asked.
    if (!response.ok) {
      return nothing("none");
    }
    const octets = await boundedBody(response);
    const text = octets === null ? "" : new TextDecoder(xmlEncoding(octets)).decode(octets);
    const read = readAutoconfig(text, browser.i18n.getUILanguage());
    return read !== null && read.servers.length > 0
      ? { result: "found", vouched: true, servers: read.servers, pages: read.pages }
      : nothing("none");
  } catch {
    // Silence, a wrong certificate, no such name, an encoding nobody knows: all the same to the user.
    return nothing("no-answer");
  }
}

/** Null where it is larger than any honest file. */
async function boundedBody({ body }: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > maximumOctets) {
      return null;
    }
    parts.push(part);
  }
  return joinOctets(...parts);
}
