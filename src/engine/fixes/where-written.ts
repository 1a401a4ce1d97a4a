// Whether a change is made in the entry in use or in a new one, and whom it moves. Copy on write (DESIGN §5): an entry that
// another account uses, or whose host or user name changes, stays as it is.

import { domainOf } from "../model/address.js";
import type { Evidence, KnownIdentity } from "../model/evidence.js";
import type { Cure, Plan } from "../model/finding.js";
import type { OutgoingServer, ServerSettings } from "../model/server-settings.js";

export type WhereWritten = Pick<Plan, "kind" | "identityIds" | "untouchedAccounts" | "untouchedAddresses">;

/**
 * To another entry only what failed is moved: the sender, and its account's other addresses of the same domain. What is
 * changed in the entry itself changes for all of the account.
 */
export function whereWritten({ sender, fellows }: Evidence, ownEntry: boolean): WhereWritten {
  const same = fellows.filter(({ accountId }) => accountId === sender.accountId);
  const others = fellows.filter(({ accountId }) => accountId !== sender.accountId);
  const isOfDomain = ({ address }: KnownIdentity): boolean => domainOf(address) === domainOf(sender.address);
  const moved = ownEntry ? same.filter(isOfDomain) : same;
  return {
    kind: ownEntry ? "new-entry" : "in-place",
    identityIds: [sender.identityId, ...moved.map(({ identityId }) => identityId)],
    untouchedAccounts: ownEntry ? [...new Set(others.map(({ accountName }) => accountName))] : [],
    untouchedAddresses: same.filter((fellow) => !moved.includes(fellow)).map(({ address }) => address),
  };
}

export function needsOwnEntry(
  evidence: Evidence,
  server: OutgoingServer | null,
  settings: ServerSettings,
  cures: readonly Cure[],
): boolean {
  if (server === null || cures.some(({ ownEntry }) => ownEntry === true)) {
    return true;
  }
  const shared = evidence.fellows.some(({ accountId }) => accountId !== evidence.sender.accountId);
  const renamed =
    settings.host !== server.host || (server.userName !== "" && settings.userName !== server.userName);
  return shared || renamed;
}
