// Creates, changes, assigns and removes outgoing entries; every call answers the values it replaced.
// Keeps saved log-ins and OAuth2 tokens: Thunderbird's host and user-name setters delete them, so their
// `forgetPassword` is held off while they run (bug-compatible with SmtpServer.sys.mjs of 153).

import { mailServices, identityOf, outgoingEntry, smtpServer } from "./mail-services.js";
import { entryWithToken } from "./oauth-token.js";
import { takeOwnOAuthDetails } from "./own-oauth-details.js";
import { preferencesOnDisk } from "./on-disk.js";
import { assignedId, lockedProperties, preferenceOf, propertiesOf, readServer } from "./read-entries.js";
import { sendLater } from "./watch-outbox.js";
import { authMethodNumber, socketTypeOf } from "./vocabulary.js";

type Properties = messenger.outgoingServers.Properties;
type Property = messenger.outgoingServers.Property;
type Refused = messenger.outgoingServers.Refused;
type Outcome<Value> = messenger.outgoingServers.Outcome<Value>;
type OutgoingServer = messenger.outgoingServers.OutgoingServer;

function refuse<Value>(refused: Refused): Outcome<Value> {
  return { refused, value: null };
}

export async function createServer(
  properties: Properties,
  description: string,
): Promise<Outcome<OutgoingServer>> {
  if (!isValid(properties) || !properties.hostname) {
    return refuse("invalid");
  }
  // Reading the list first makes Thunderbird load it: createServer pushes onto a list that must be whole.
  const before = mailServices().outgoingServer.servers.length;
  const withToken =
    properties.authMethod === "oauth2"
      ? entryWithToken(properties.hostname, properties.username ?? "")
      : null;
  const entry = createUnderNewKey();
  const server = smtpServer(entry.key);
  if (server === null || mailServices().outgoingServer.servers.length !== before + 1) {
    return refuse("invalid");
  }
  server.description = description;
  write(server, properties);
  if (withToken !== null) {
    takeOwnOAuthDetails(withToken.key, entry.key);
  }
  preferencesOnDisk();
  return { refused: null, value: await readServer(entry.key) };
}

const listPreference = "mail.smtpservers";

/**
 * Thunderbird takes the first key that is not in its list. One that a removed entry left behind still has that
 * entry's preferences, and identities that name it: it counts as taken, so that nothing old comes to life.
 */
function createUnderNewKey(): GeckoOutgoingServer {
  const list = Services.prefs.getCharPref(listPreference, "").split(",").filter(Boolean);
  const left = Services.prefs.getChildList("mail.smtpserver.").map((name) => name.split(".")[2] ?? "");
  const named = mailServices().accounts.allIdentities.map((identity) => identity.smtpServerKey);
  const taken = [...new Set([...list, ...left, ...named, defaultPreference()])].filter(Boolean);
  const keys = [...list];
  Services.prefs.setCharPref(listPreference, taken.join(","));
  try {
    const entry = mailServices().outgoingServer.createServer("smtp");
    keys.push(entry.key);
    return entry;
  } finally {
    Services.prefs.setCharPref(listPreference, keys.join(","));
  }
}

function defaultPreference(): string {
  return Services.prefs.getCharPref("mail.smtp.defaultserver", "");
}

/** `unset`: properties that are to show Thunderbird's default afterwards, without a value of their own. */
export function updateServer(
  key: string,
  properties: Properties,
  unset: readonly Property[],
): Outcome<Properties> {
  const server = changeable(key, Object.keys(properties) as Property[]);
  if (typeof server === "string") {
    return refuse(server);
  }
  if (!isValid(properties)) {
    return refuse("invalid");
  }
  const old = Object.fromEntries(
    Object.entries(propertiesOf(server)).filter(([property]) => property in properties),
  );
  write(server, properties);
  for (const property of unset) {
    Services.prefs.clearUserPref(`mail.smtpserver.${key}.${preferenceOf[property]}`);
  }
  preferencesOnDisk();
  return { refused: null, value: old };
}

/** `mayBeMissing`: a name may be given back that led nowhere before. */
export function assignServer(
  identityId: string,
  serverId: string | null,
  mayBeMissing: boolean,
): Outcome<{ serverId: string | null }> {
  const identity = identityOf(identityId);
  const isThere = !serverId || mayBeMissing || outgoingEntry(serverId) !== null;
  if (identity === null || !isThere) {
    return refuse("gone");
  }
  const preference = `mail.identity.${identityId}.smtpServer`;
  if (Services.prefs.prefIsLocked(preference)) {
    return refuse("locked");
  }
  // A message on its way must not be sent through another entry than it began with; the Outbox asks for each anew.
  const present = mailServices().outgoingServer.getServerByIdentity(identity)?.key ?? "";
  if (sendLater().sendingMessages || [present, serverId ?? ""].some(isSending)) {
    return refuse("busy");
  }
  const old = assignedId(identityId);
  if (serverId === null) {
    // The setter would leave an empty string behind; before the change there was no preference at all.
    Services.prefs.clearUserPref(preference);
  } else {
    identity.smtpServerKey = serverId;
  }
  preferencesOnDisk();
  return { refused: null, value: { serverId: old } };
}

/**
 * Refuses while an identity still names the entry; takes away what Thunderbird's deleteServer leaves behind, and never
 * leaves a default that leads nowhere.
 */
export async function removeServer(
  key: string,
  newDefaultId: string | null,
): Promise<Outcome<OutgoingServer>> {
  const server = changeable(key, []);
  if (typeof server === "string") {
    return refuse(server);
  }
  const isNamed = mailServices().accounts.allIdentities.some((identity) => identity.smtpServerKey === key);
  if (isNamed || lockedProperties(key).length > 0) {
    return refuse(isNamed ? "busy" : "locked");
  }
  const old = await readServer(key);
  server.closeCachedConnections();
  mailServices().outgoingServer.deleteServer(server);
  Services.prefs.deleteBranch(`mail.smtpserver.${key}.`);
  if (defaultPreference() === key) {
    mailServices().outgoingServer.defaultServer =
      outgoingEntry(newDefaultId ?? "") ?? mailServices().outgoingServer.servers[0] ?? null;
  }
  preferencesOnDisk();
  return { refused: null, value: old };
}

function isSending(key: string): boolean {
  return (smtpServer(key)?.wrappedJSObject._busyConnections.length ?? 0) > 0;
}

/** The entry, or why it stays as it is: a server in the middle of sending must not change under the message. */
function changeable(key: string, properties: readonly Property[]): GeckoSmtpServer | Refused {
  const server = smtpServer(key);
  if (outgoingEntry(key) === null) {
    return "gone";
  }
  if (server === null) {
    return "not-smtp";
  }
  const locked = lockedProperties(key);
  if (properties.some((property) => locked.includes(property))) {
    return "locked";
  }
  return isSending(key) ? "busy" : server;
}

function isValid(properties: Properties): boolean {
  const { hostname, port, security, authMethod } = properties;
  return (
    (hostname === undefined || /^[^\s/@]{1,255}$/.test(hostname)) &&
    (port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65535)) &&
    (security === undefined || socketTypeOf(security) !== undefined) &&
    (authMethod === undefined || authMethodNumber(authMethod) !== undefined)
  );
}

/** Host before port, because only the port's setter voids the cached URI that prompts and errors show. */
function write(server: GeckoSmtpServer, properties: Properties): void {
  const internals = server.wrappedJSObject;
  internals.forgetPassword = () => undefined;
  try {
    if (properties.username !== undefined) {
      server.username = properties.username;
    }
    if (properties.hostname !== undefined) {
      server.hostname = properties.hostname;
    }
    if (properties.hostname !== undefined || properties.port !== undefined) {
      server.port = properties.port ?? server.port;
    }
  } finally {
    delete internals.forgetPassword;
  }
  const socketType = properties.security === undefined ? undefined : socketTypeOf(properties.security);
  if (socketType !== undefined) {
    server.socketType = socketType;
  }
  const authMethod =
    properties.authMethod === undefined ? undefined : authMethodNumber(properties.authMethod);
  if (authMethod !== undefined) {
    server.authMethod = authMethod;
  }
  if (properties.hostname !== undefined || properties.username !== undefined) {
    // The password in memory belongs to the old host and user: it must not travel to the new one.
    internals.password = "";
  }
  // A kept connection still has the old security and sign-in (SmtpClient reads them once, when it is made).
  server.closeCachedConnections();
}
