// What only publication can tell an edition that does not talk to mail servers: settings found for the account's
// domain, and the guide's guesses, none of them looked at. Asks nobody unless the user has agreed to look-ups.

import { diagnose } from "../../engine/rules/diagnose.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Ports } from "../../ports.js";
import { discover } from "./discover.js";
import { readOptions, sourcesAllowed } from "./options.js";

const maximumCandidates = 16;

/** Only where other settings may be the cure. */
export async function withPublished(
  ports: Pick<Ports, "discovery" | "session" | "lasting" | "clock">,
  evidence: Evidence,
): Promise<Evidence> {
  const { sender, incoming, outgoing } = evidence;
  const { plan } = diagnose(evidence);
  if (plan === null) {
    return evidence;
  }
  const { candidates } = await discover(
    ports,
    { sender, incoming, current: outgoing.kind === "smtp" ? outgoing.server : null },
    { sources: sourcesAllowed(await readOptions(ports)) },
  );
  return {
    ...evidence,
    candidates: candidates.slice(0, maximumCandidates).map((candidate) => ({ ...candidate, probe: null })),
  };
}
