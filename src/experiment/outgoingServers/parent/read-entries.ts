// Reads outgoing entries, and the incoming server of an account, into the API's own plain objects.

import {
  mailServices,
  defaultKey,
  entryOfIdentity,
  identityOf,
  outgoingEntry,
  smtpServer,
  typeOfEntry,
} from "./mail-services.js";
import { logInRead } from "./log-ins-read.js";
import { incomingOrigin, isLocked, savedPassword, smtpOrigin } from "./saved-passwords.js";
import { authMethodOf, securityOf } from "./vocabulary.js";

type OutgoingServer = messenger.outgoingServers.OutgoingServer;

/** Preference name below `mail.smtpserver.<key>.` of each property. */
export const preferenceOf: Readonly<Record<messenger.outgoingServers.Property, string>> = {
  hostname: "hostname",
  port: "port",
  security: "try_ssl",
  authMethod: "authMethod",
  username: "username",
};

export async function listServers(): Promise<OutgoingServer[]> {
  const keys = mailServices().outgoingServer.servers.map((server) => server.key);
  const servers = await Promise.all(keys.map(readServer));
  return servers.filter((server) => server !== null);
}

export async function readServer(key: string): Promise<OutgoingServer | null> {
  if (outgoingEntry(key) === null) {
    return null;
  }
  const smtp = smtpServer(key);
  return {
    id: key,
    type: typeOfEntry(key),
    description: Services.prefs.getStringPref(`mail.smtpserver.${key}.description`, ""),
    isDefault: key === defaultKey(),
    identityIds: identitiesOf(key),
    smtp: smtp === null ? null : await smtpPart(smtp),
  };
}

export function propertiesOf(
  server: Pick<GeckoSmtpServer, "hostname" | "port" | "socketType" | "authMethod" | "username">,
): Required<messenger.outgoingServers.Properties> {
  return {
    hostname: server.hostname,
    port: server.port,
    security: securityOf(server.socketType),
    authMethod: authMethodOf(server.authMethod),
    username: server.username,
  };
}

async function smtpPart(server: GeckoSmtpServer): Promise<NonNullable<OutgoingServer["smtp"]>> {
  return {
    ...propertiesOf(server),
    lockedProperties: lockedProperties(server.key),
    unsetProperties: propertiesThat(server.key, (name) => !Services.prefs.prefHasUserValue(name)),
    savedPassword: await savedPassword(smtpOrigin(server.hostname), server.username),
  };
}

export function lockedProperties(key: string): messenger.outgoingServers.Property[] {
  return propertiesThat(key, (name) => Services.prefs.prefIsLocked(name));
}

function propertiesThat(
  key: string,
  holds: (preference: string) => boolean,
): messenger.outgoingServers.Property[] {
  const properties = Object.keys(preferenceOf) as messenger.outgoingServers.Property[];
  return properties.filter((property) => holds(`mail.smtpserver.${key}.${preferenceOf[property]}`));
}

/** What the identity names, as stored: null where it names nothing, "" where it names the default. */
export function assignedId(identityId: string): string | null {
  const name = `mail.identity.${identityId}.smtpServer`;
  return Services.prefs.prefHasUserValue(name) || Services.prefs.prefIsLocked(name)
    ? Services.prefs.getCharPref(name, "")
    : null;
}

/** Identities that send through the entry: those that name it, and those for which Thunderbird falls back to it. */
function identitiesOf(key: string): string[] {
  const entries = new Set(mailServices().outgoingServer.servers.map((server) => server.key));
  // Thunderbird itself is asked only where no entry is named that is there: sixty accounts ask sixty times for sixty.
  const usedBy = (identity: GeckoIdentity): string | undefined => {
    const named = assignedId(identity.key) ?? "";
    return entries.has(named) ? named : entryOfIdentity(identity)?.key;
  };
  const ids = mailServices()
    .accounts.accounts.flatMap((account) => [...account.identities])
    .filter((identity) => usedBy(identity) === key)
    .map((identity) => identity.key);
  return [...new Set(ids)];
}

/** Null for an unknown identity. `server` is null where Thunderbird finds none to send through. */
export async function readByIdentity(
  identityId: string,
): Promise<messenger.outgoingServers.IdentityServer | null> {
  const identity = identityOf(identityId);
  if (identity === null) {
    return null;
  }
  const key = entryOfIdentity(identity)?.key;
  return { assignedId: assignedId(identityId), server: key === undefined ? null : await readServer(key) };
}

/** Null for an account without a server to receive from, such as Local Folders. */
export async function readIncoming(
  accountId: string,
): Promise<messenger.outgoingServers.IncomingServer | null> {
  const account = mailServices().accounts.getAccount(accountId) ?? null;
  const server = account?.incomingServer ?? null;
  if (account === null || server === null || !["imap", "pop3"].includes(server.type)) {
    return null;
  }
  const keys = new Set([...account.identities].map((identity) => entryOfIdentity(identity)?.key ?? ""));
  return {
    type: server.type,
    ...propertiesOf(server),
    savedPassword: await savedPassword(incomingOrigin(server), server.username),
    samePasswordAs: await withSamePassword(server, [...keys]),
  };
}

/** Which of these entries are signed in to with the very password that is saved for receiving. */
async function withSamePassword(incoming: GeckoIncomingServer, keys: readonly string[]): Promise<string[]> {
  if (isLocked()) {
    return [];
  }
  const receiving = await logInRead(incomingOrigin(incoming), incoming.username);
  const same: string[] = [];
  for (const key of receiving === null ? [] : keys) {
    const smtp = smtpServer(key);
    const sending = smtp === null ? null : await logInRead(smtpOrigin(smtp.hostname), smtp.username);
    if (sending !== null && sending.password === receiving?.password) same.push(key);
  }
  return same;
}
