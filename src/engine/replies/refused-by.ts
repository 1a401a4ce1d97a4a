// Whose server refused: the user's own, or another one that it had passed the message to. Names are compared by their
// registrable domain (Reporting-MTA and Remote-MTA of RFC 3464), and by the names under which one provider is met; a
// name proves nothing, so it only chooses the words.

import { sameOwner } from "../passwords/owner.js";
import type { Refuser } from "../dsn/refuser.js";
import type { Reported } from "../model/reported.js";
import { oneProvider } from "./one-provider.js";

export type Refused =
  /** Said to this mail program by the server it sends through. */
  { readonly kind: "own-server" } | Refuser;

/**
 * @param ownNames the account's hosts for sending and receiving, and the domain of its address
 * @param reportingServer who tells of it; null where the text does not say
 */
export function refusedBy(
  refused: Refused,
  reportingServer: string | null,
  ownNames: readonly string[],
): Reported["by"] {
  switch (refused.kind) {
    case "own-server":
      return "own-server";
    case "nobody":
    case "unknown":
      return "unknown";
    case "remote":
      return refused.name !== null && isOneOf(refused.name, ownNames) ? "own-server" : "other-server";
    case "reporter":
      if (reportingServer === null || ownNames.length === 0) return "unknown";
      return isOneOf(reportingServer, ownNames) ? "own-server" : "other-server";
  }
}

/** Whether a server belongs to the owner of one of these names. An address of numbers belongs to itself alone. */
export function isOneOf(server: string, names: readonly string[]): boolean {
  return names.some((name) =>
    isName(server) && isName(name) ? sameOwner(server, name) || oneProvider(server, name) : server === name,
  );
}

function isName(host: string): boolean {
  return host.includes(".") && /[a-z]/i.test(host) && !host.includes(":");
}
