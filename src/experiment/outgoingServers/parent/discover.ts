// Finds outgoing servers published for a domain, at one source each time, so that the caller can ask all of them
// side by side. Sends the domain and nothing else. Thunderbird's preferences for its own account set-up are obeyed;
// its own functions are not called, since they add the address to what they ask (THUNDERBIRD.md §9).

import { databaseUrl, lookUpDomain, providerUrls } from "../../../engine/discovery/autoconfig-urls.js";
import { readAutoconfig } from "../../../engine/discovery/autoconfig-xml.js";
import { Race } from "../../../engine/waiting/race.js";
import type { PublishedPage } from "../../../engine/model/published-page.js";
import type { PublishedServer } from "../../../engine/model/published-server.js";
import { serversOfSrv, submissionNames } from "../../../engine/discovery/srv.js";
import { xmlLimits } from "../../../engine/discovery/xml.js";
import { asciiDomain } from "./ascii-domain.js";
import { mailExchanger, srvRecords } from "./discover-dns.js";
import { decodeXml, fetchPage } from "./discover-page.js";
import { publishedServer, usableServers } from "./discover-words.js";
import { registrable } from "./public-suffixes.js";
import { rememberPublished } from "./published-hosts.js";
import { socketClock } from "./socket-timer.js";

type Source = messenger.outgoingServers.DiscoverySource;
type Discovery = messenger.outgoingServers.Discovery;

interface Found {
  readonly result: Discovery["result"];
  readonly servers: readonly PublishedServer[];
  readonly pages: readonly PublishedPage[];
  /** Said over HTTPS by who was asked, or by a file of the program: a password of the domain may go there. */
  readonly vouched: boolean;
}

const lookUps: Readonly<Record<Source, (domain: string) => Promise<Found>>> = {
  disk: onDisk,
  isp: (domain) => atProvider(domain),
  database: inDatabase,
  mx: byMailExchanger,
  srv: bySrv,
};

/** Never rejects: what goes wrong is `no-answer`. */
export async function discover(domain: string, source: Source): Promise<Discovery> {
  const name = lookUpDomain(asciiDomain(domain));
  const found =
    name === null
      ? nothing("none")
      : await lookUps[source](name).catch((error: unknown) => {
          console.error(error);
          return nothing("no-answer");
        });
  const servers = usableServers(found.servers, domain);
  if (found.vouched) {
    rememberPublished(
      domain,
      servers.map(({ host }) => host.replaceAll("%EMAILDOMAIN%", domain)),
    );
  }
  return {
    result: found.result === "found" && servers.length === 0 ? "none" : found.result,
    vouched: found.vouched,
    servers: servers.map(publishedServer),
    pages: [...found.pages],
  };
}

function nothing(result: Found["result"]): Found {
  return { result, servers: [], pages: [], vouched: false };
}

/** Files that the program's installation brings: isp/<domain>.xml beside it. */
async function onDisk(domain: string): Promise<Found> {
  const file = Services.dirsvc.get("CurProcD", Ci["nsIFile"]);
  file.append("isp");
  file.append(`${domain}.xml`);
  try {
    return readPage(decodeXml(await IOUtils.read(file.path, { maxBytes: 4 * xmlLimits.characters })));
  } catch {
    // No such file.
    return nothing("none");
  }
}

async function atProvider(domain: string, pages = 2): Promise<Found> {
  return Services.prefs.getBoolPref("mailnews.auto_config.fetchFromISP.enabled", true)
    ? bestOf(
        providerUrls(domain)
          .slice(0, pages)
          .map((url) => readUrl(url, "none", domain)),
      )
    : nothing("disabled");
}

async function inDatabase(domain: string): Promise<Found> {
  const url = databaseUrl(domain, Services.prefs.getCharPref("mailnews.auto_config_url", ""));
  return url === null ? nothing("disabled") : readUrl(url, "no-answer");
}

/**
 * A domain hosted elsewhere: what the owner of its mail exchanger publishes, as Thunderbird's set-up does. DNS can be
 * forged, and it alone has chosen the owner: whoever speaks for that one, vouches for nothing here.
 */
async function byMailExchanger(domain: string): Promise<Found> {
  const exchanger = await mailExchanger(domain);
  if (exchanger === null) {
    return nothing("no-answer");
  }
  // Nobody owns no name at all: there is no exchanger, or one that takes no mail.
  const owner = registrable(exchanger);
  if (owner === null || owner === domain) {
    return nothing("none");
  }
  const below = owner === exchanger ? owner : Services.eTLD.getNextSubDomain(exchanger);
  const domains = [...new Set([below, owner])];
  const found = await bestOf(domains.flatMap((one) => [atProvider(one, 1), inDatabase(one)]));
  return { ...found, vouched: false };
}

async function bySrv(domain: string): Promise<Found> {
  const [submissions, submission] = await Promise.all(submissionNames(domain).map(srvRecords));
  const servers = serversOfSrv(submissions ?? [], submission ?? []);
  if (servers.length > 0) {
    return { result: "found", servers, pages: [], vouched: false };
  }
  return nothing(submissions == null || submission == null ? "no-answer" : "none");
}

/** Once somebody has found something, whoever would be believed before him has this much longer. */
const graceMilliseconds = 700;

async function bestOf(answers: readonly Promise<Found>[]): Promise<Found> {
  const race = new Race(socketClock, { graceMilliseconds });
  const best = await race.best(answers, ({ result }) => result === "found");
  return best ?? worstOf(await Promise.all(answers));
}

function worstOf(answers: readonly Found[]): Found {
  const results = new Set(answers.map(({ result }) => result));
  const [only = "none"] = results;
  if (results.size > 1) {
    return nothing(results.has("no-answer") ? "no-answer" : "none");
  }
  return nothing(only);
}

async function readUrl(
  url: string,
  unknownHost: "none" | "no-answer",
  owner: string | null = null,
): Promise<Found> {
  const page = await fetchPage(url, owner);
  if (page.kind !== "text") {
    return nothing(page.kind === "unknown-host" ? unknownHost : page.kind);
  }
  const found = readPage(page.text);
  return { ...found, vouched: found.vouched && page.isOwnersWord };
}

/** A page that is no autoconfig file (a web server answering everything with its home page) is none. */
function readPage(text: string): Found {
  const read = readAutoconfig(text, Services.locale.appLocaleAsBCP47);
  return read !== null && read.servers.length > 0
    ? { result: "found", servers: read.servers, pages: read.pages, vouched: true }
    : nothing("none");
}
