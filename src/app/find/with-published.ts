// What publication alone can tell. To an edition that does not talk to mail servers, settings found for the account's
// domain, and the guide's guesses, none of them looked at; to each, the pages published with them. Asks nobody unless
// the user has agreed to look-ups.

import { diagnose } from "../../engine/rules/diagnose.js";
import { accountIn } from "../../engine/model/discovery-account.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { NamedPage } from "../../engine/model/published-page.js";
import type { Ports } from "../../ports.js";
import { discover } from "./discover.js";
import { callsForPublished } from "../../engine/rules/unread-settings.js";
import { looksUp, readOptions, sourcesAllowed } from "./options.js";

type Asking = Pick<Ports, "discovery" | "session" | "lasting" | "clock" | "companyPolicy">;

/** Only where other settings may be the cure. `onLookedUp`: others than this machine were asked, and that is over. */
export async function withPublished(
  ports: Asking,
  evidence: Evidence,
  onLookedUp: () => void,
): Promise<Evidence> {
  const { plan, classification } = diagnose(evidence);
  if (plan === null && !callsForPublished(evidence, classification)) {
    return evidence;
  }
  const isAsked = await looksUp(ports, evidence.sender.address);
  const { candidates, pages } = await discover(ports, accountIn(evidence), {
    sources: sourcesAllowed(await readOptions(ports)),
  });
  if (isAsked) {
    onLookedUp();
  }
  return withPages(
    {
      ...evidence,
      candidates: candidates.map((candidate) => ({ ...candidate, probe: null })),
    },
    pages,
  );
}

/** Only the pages: where the server in use is the right one, and it refuses to let anybody in. */
export async function withPublishedPages(ports: Asking, evidence: Evidence): Promise<Evidence> {
  const sources = sourcesAllowed(await readOptions(ports)).filter(
    (source) => source === "isp" || source === "database",
  );
  return withPages(evidence, (await discover(ports, accountIn(evidence), { sources })).pages);
}

export function withPages(evidence: Evidence, pages: readonly NamedPage[]): Evidence {
  return pages.length === 0 ? evidence : { ...evidence, published: pages };
}
