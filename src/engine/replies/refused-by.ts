// Whose server refused: the user's own, or another one that it had passed the message to. Names are compared by their
// registrable domain (the Reporting-MTA and Remote-MTA); a name proves nothing, so it only chooses the words.

import { sameOwner } from "../passwords/owner.js";
import type { Reported } from "../model/reported.js";
import type { Report } from "./read-report.js";

/** `ownNames`: the account's hosts for sending and receiving, and the domain of its address. */
export function refusedBy(
  {
    wrapper,
    refusingServer,
    reportingServer,
  }: Pick<Report, "wrapper" | "refusingServer" | "reportingServer">,
  ownNames: readonly string[],
): Reported["by"] {
  if (wrapper === "own-server") {
    return "own-server";
  }
  const refuser = refusingServer ?? reportingServer;
  return refuser !== null && isOneOf(refuser, ownNames) ? "own-server" : "other-server";
}

/** Whether a server belongs to the owner of one of these names. An address of numbers belongs to itself alone. */
export function isOneOf(server: string, names: readonly string[]): boolean {
  return names.some((name) => (isName(server) && isName(name) ? sameOwner(server, name) : server === name));
}

function isName(host: string): boolean {
  return host.includes(".") && /[a-z]/i.test(host) && !host.includes(":");
}
