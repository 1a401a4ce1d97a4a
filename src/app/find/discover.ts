// Finds settings that may be right for an account: asks every source side by side, waits for none that keeps silent,
// ranks what came, and remembers it for a while. Proves nothing.

import type { DiscoveryAccount } from "../../engine/model/discovery-account.js";
import { domainOf } from "../../engine/model/address.js";
import { guesses } from "../../engine/discovery/guesses.js";
import { ownPages } from "../../engine/discovery/own-pages.js";
import { publishedCandidates } from "../../engine/discovery/published-candidates.js";
import { movedTo } from "../../engine/providers/moved-to.js";
import { rank } from "../../engine/discovery/rank.js";
import { Race } from "../../engine/waiting/race.js";
import type { NamedPage } from "../../engine/model/published-page.js";
import type { Candidate, CandidateSource } from "../../engine/model/probe.js";
import type { LookUpSource, Ports } from "../../ports.js";
import { recallLookUps, rememberLookUps, type LookUps } from "./remembered-look-ups.js";

/** In the order of asking: the resolver answers one at a time, and mail exchangers find more than SRV records. */
export const everySource: readonly LookUpSource[] = ["policy", "disk", "isp", "database", "mx", "srv"];

/** A source that has not answered by then is left behind. */
export const budgetMilliseconds = 6_000;
/** Once somebody who is to be believed has answered, the others have this much longer. */
export const graceMilliseconds = 1_000;

export interface Discovered {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Published with the settings, and the provider's own. */
  readonly pages: readonly NamedPage[];
}

export interface DiscoveryOptions {
  /** Absent: all. Policy and Thunderbird's own files ask nobody outside. */
  readonly sources?: readonly LookUpSource[];
  /** Everything known so far, each time a source has found something. */
  readonly onFound?: (sofar: readonly Candidate[]) => void;
}

export async function discover(
  ports: Pick<Ports, "session" | "clock"> & { readonly discovery: Pick<Ports["discovery"], "lookUp"> },
  account: DiscoveryAccount,
  { sources = everySource, onFound }: DiscoveryOptions = {},
): Promise<Discovered> {
  const domain = domainOf(account.sender.address);
  const remembered = await recallLookUps(ports, domain);
  const answers = new Map([...remembered].filter(([source]) => sources.includes(source)));
  const race = new Race(ports.clock, { graceMilliseconds, limitMilliseconds: budgetMilliseconds });
  const asked = sources.map(async (source) => {
    const lookUp = answers.get(source) ?? (await ports.discovery.lookUp(domain, source));
    answers.set(source, lookUp);
    if (lookUp.result === "found") {
      onFound?.(rankedFrom(answers, account));
    }
    // The mail exchanger's owner vouches for nothing, but seldom anybody knows better.
    return lookUp.result === "found" && (lookUp.vouched || source === "mx");
  });
  asked.forEach((answer) => void race.enter(answer, (isBelieved) => isBelieved));
  // Also what comes too late for this time is remembered for the next.
  await race.enter(Promise.all(asked).then(() => rememberLookUps(ports, domain, answers)));
  return { candidates: rankedFrom(answers, account), pages: ownPages(answers, domain) };
}

const sourceNames: Readonly<Record<LookUpSource, CandidateSource>> = {
  policy: "policy",
  disk: "thunderbird",
  isp: "isp",
  database: "ispdb",
  mx: "mx",
  srv: "srv",
};

function rankedFrom(answers: LookUps, account: DiscoveryAccount): readonly Candidate[] {
  const published = everySource.flatMap((source): readonly Candidate[] => {
    const { servers, vouched } = answers.get(source) ?? { servers: [], vouched: false };
    return publishedCandidates(servers, sourceNames[source], account, vouched);
  });
  return rank([...published, ...movedTo(account), ...guesses(account)], account.current);
}
