// A server that merely does not answer now may answer in an hour. Until then nobody else's server takes its place: only
// hosts that the password may go to anyway are offered.

import type { Evidence } from "../model/evidence.js";

/** False where its name leads nowhere: that does not pass. */
export function isAway({ outgoing, probe, refusal }: Evidence): boolean {
  if (outgoing.kind !== "smtp") {
    return false;
  }
  switch (probe?.answer.kind) {
    case "refused":
    case "silent":
    case "broken":
      return true;
    case undefined:
      return refusal?.fault === "unreachable" || refusal?.fault === "timeout";
    default:
      return false;
  }
}
