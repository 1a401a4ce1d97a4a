// What the user has told of Thunderbird's settings, matched to the identities that the built-in accounts API lists.
// What was not told stays unknown: the user name always, and an identity's server where the text leaves it open.

import type { KnownIdentity, OutgoingFound } from "../model/evidence.js";
import type { IncomingServer, OutgoingServer } from "../model/server-settings.js";
import type { ShownAccount, ShownServer, ToldSettings } from "../model/told-settings.js";

type ToldIdentity = Omit<KnownIdentity, "accountName">;

export function outgoingTold(
  told: ToldSettings,
  identityId: string,
  identities: readonly ToldIdentity[],
): OutgoingFound {
  const own = identities.find((one) => one.identityId === identityId);
  const account = told.find(({ accountId }) => accountId === own?.accountId);
  if (own === undefined || account === undefined) {
    return { kind: "unreadable" };
  }
  const exchange = exchangeOf(account);
  if (exchange !== null) {
    return { kind: "other-type", type: exchange };
  }
  const shown = serverOf(account, own, identities);
  if (shown === "none" || shown === "unclear") {
    return shown === "none" ? { kind: "none" } : { kind: "unreadable" };
  }
  const users = identities.filter((one) => {
    const its = told.find(({ accountId }) => accountId === one.accountId);
    const other = its === undefined ? "unclear" : serverOf(its, one, identities);
    return typeof other !== "string" && entryOf(other) === entryOf(shown);
  });
  const server: OutgoingServer = {
    // The text names no entry: equal settings may be one entry, so they are treated as one that is shared.
    id: entryOf(shown),
    type: "smtp",
    description: "",
    isDefault: false,
    identityIds: users.map((one) => one.identityId),
    ...settingsOf(shown),
    userName: "",
    notTold: ["userName"],
    locked: [],
    savedPassword: "locked",
  };
  return { kind: "smtp", server, assigned: "chosen" };
}

/** For the user name, which the text lacks, stands the account's main address: its first identity's (nsIMsgAccount). */
export function incomingTold(
  told: ToldSettings,
  accountId: string,
  identities: readonly ToldIdentity[],
): IncomingServer | null {
  const incoming = told.find((account) => account.accountId === accountId)?.incoming ?? null;
  const userName = identities.find((identity) => identity.accountId === accountId)?.address ?? "";
  return incoming === null
    ? null
    : { ...settingsOf(incoming), type: incoming.type, userName, savedPassword: "locked" };
}

/** Exchange sends through the server that it receives from, and the text names no type for outgoing servers. */
function exchangeOf({ incoming, outgoing }: ShownAccount): string | null {
  const isExchange = incoming?.type === "ews" || incoming?.type === "graph";
  const isAtHome = outgoing.every(({ host }) => host.toLowerCase() === incoming?.host.toLowerCase());
  return isExchange && isAtHome ? incoming.type : null;
}

/** By address where the text has names; else by order, where there is a line for every identity. */
function serverOf(
  { incoming, outgoing }: ShownAccount,
  own: ToldIdentity,
  identities: readonly ToldIdentity[],
): ShownServer | "none" | "unclear" {
  if (incoming === null && outgoing.length === 0) {
    // Where one of an account's servers cannot be read, Thunderbird writes nothing of the account (an Exchange server
    // before its first use, measured on 153).
    return "unclear";
  }
  if (outgoing.every(({ address }) => address !== null)) {
    const [first, ...others] = outgoing.filter(
      ({ address }) => address?.toLowerCase() === own.address.toLowerCase(),
    );
    if (first === undefined) {
      return "none";
    }
    if (others.every((one) => entryOf(one) === entryOf(first))) {
      return first;
    }
  }
  const siblings = identities.filter(({ accountId }) => accountId === own.accountId);
  const line = outgoing.length === siblings.length ? outgoing[siblings.indexOf(own)] : undefined;
  return line ?? "unclear";
}

function entryOf({ host, port, security, signIn }: ShownServer): string {
  return JSON.stringify([host.toLowerCase(), port, security, signIn]);
}

function settingsOf({ host, port, security, signIn }: ShownServer): ShownServer {
  return { host, port, security, signIn };
}
