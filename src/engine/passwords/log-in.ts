// Whose a password is: it belongs to the host and the user name under which Thunderbird keeps it, never to the address
// in From (DESIGN §5, Credentials).

import { domainOf } from "../model/address.js";
import { sameOwner } from "./owner.js";

export interface LogIn {
  readonly host: string;
  readonly userName: string;
}

/** "alice@example.com", not "alice". */
export function hasDomain(userName: string): boolean {
  return userName.includes("@");
}

/**
 * `same`: one name, or its short form at hosts of one owner. `perhaps`: the short form elsewhere, where "alice" may be
 * somebody else. `other`: another user, whose password this is not.
 */
export function compareUsers(left: LogIn, right: LogIn): "same" | "perhaps" | "other" {
  const [one, other] = [left.userName.toLowerCase(), right.userName.toLowerCase()];
  if (one === other) {
    return one === "" ? "other" : "same";
  }
  const [full, short] = hasDomain(one) ? [left, right] : [right, left];
  const isShortForm =
    hasDomain(full.userName) &&
    !hasDomain(short.userName) &&
    short.userName !== "" &&
    full.userName.slice(0, full.userName.lastIndexOf("@")).toLowerCase() === short.userName.toLowerCase();
  if (!isShortForm) {
    return "other";
  }
  const isAtHome = sameOwner(short.host, full.host) || sameOwner(short.host, domainOf(full.userName));
  return isAtHome ? "same" : "perhaps";
}
