// The server that has taken the place of the one in use, as a candidate like any other: looked at, proven, and asked
// about where it is not known to belong to the account. A note vouches for no host (DESIGN §5, Credentials).

import type { DiscoveryAccount } from "../model/discovery-account.js";
import { expectedSignIn, expectedUserName } from "../discovery/expected.js";
import { trustOf } from "../discovery/trust.js";
import type { Candidate } from "../model/probe.js";
import { isBelow } from "./is-below.js";
import type { Facts } from "./note.js";
import { noteAt } from "./note-for.js";

/** None where it has not moved for all that is known, or nobody knows whereto. Doubtful notes change nothing. */
export function movedTo(account: DiscoveryAccount): readonly Candidate[] {
  const { sender, incoming, current } = account;
  const moved = current === null ? undefined : noteAt(current, sender.address)?.facts.moved;
  const isDoubtful = moved?.certainty === "possible";
  if (current === null || moved?.to == null || isDoubtful || !hasMoved(moved, current.host)) {
    return [];
  }
  const userName = expectedUserName(sender, incoming);
  return [
    {
      settings: { ...moved.to, signIn: expectedSignIn(current.signIn, incoming), userName },
      source: "note",
      trust: trustOf({ host: moved.to.host, userName }, "note", account),
      ownNetworkOnly: false,
    },
  ];
}

/** The host in use is one that has been taken over. */
export function hasMoved({ from, to }: Facts["moved"], host: string): boolean {
  return host.toLowerCase() !== to?.host && from.some((old) => isBelow(host, old));
}
