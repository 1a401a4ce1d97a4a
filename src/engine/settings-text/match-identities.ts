// What the user has told of Thunderbird's settings, matched to the identities that the built-in accounts API lists.
// What was not told stays unknown: the user name always, and an identity's server where the text leaves it open.

import type { OutgoingFound } from "../model/evidence.js";
import type { IncomingServer, OutgoingServer } from "../model/server-settings.js";
import type { ShownServer, ToldSettings } from "../model/told-settings.js";

export interface ToldIdentity {
  readonly identityId: string;
  readonly accountId: string;
  readonly address: string;
}

export function outgoingTold(
  told: ToldSettings,
  identityId: string,
  identities: readonly ToldIdentity[],
): OutgoingFound {
  const shown = serverOf(told, identityId, identities);
  if (shown === "none" || shown === "unclear") {
    return shown === "none" ? { kind: "none" } : { kind: "unreadable" };
  }
  const users = identities.filter((one) => {
    const other = serverOf(told, one.identityId, identities);
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

export function incomingTold(told: ToldSettings, accountId: string): IncomingServer | null {
  const incoming = told.find((account) => account.accountId === accountId)?.incoming ?? null;
  return incoming === null
    ? null
    : { ...settingsOf(incoming), type: incoming.type, userName: "", savedPassword: "locked" };
}

/** By address where the text has names; else by order, where there is a line for every identity. */
function serverOf(
  told: ToldSettings,
  identityId: string,
  identities: readonly ToldIdentity[],
): ShownServer | "none" | "unclear" {
  const own = identities.find((one) => one.identityId === identityId);
  const account = told.find(({ accountId }) => accountId === own?.accountId);
  if (own === undefined || account === undefined) {
    return "unclear";
  }
  const { outgoing } = account;
  const named = outgoing.filter(({ address }) => address?.toLowerCase() === own.address.toLowerCase());
  const siblings = identities.filter(({ accountId }) => accountId === own.accountId);
  const hasNames = outgoing.length > 0 && outgoing.every(({ address }) => address !== null);
  if (outgoing.length === 0 || (hasNames && named.length === 0)) {
    return "none";
  }
  const [first] = hasNames ? named : outgoing;
  if (first !== undefined && (hasNames ? named : outgoing).every((one) => entryOf(one) === entryOf(first))) {
    return hasNames || outgoing.length === siblings.length ? first : "unclear";
  }
  const place = siblings.findIndex((one) => one.identityId === identityId);
  return outgoing.length === siblings.length ? (outgoing[place] ?? "unclear") : "unclear";
}

function entryOf({ host, port, security, signIn }: ShownServer): string {
  return JSON.stringify([host.toLowerCase(), port, security, signIn]);
}

function settingsOf({ host, port, security, signIn }: ShownServer): ShownServer {
  return { host, port, security, signIn };
}
