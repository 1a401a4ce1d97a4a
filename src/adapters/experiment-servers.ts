// The OutgoingServers port over our Experiment: translates between its words (Thunderbird's) and the engine's.

import type { OutgoingFound } from "../engine/model/evidence.js";
import type { IncomingServer, OutgoingServer, SettingField } from "../engine/model/server-settings.js";
import { sourceOf } from "./experiment-talk.js";
import { propertiesOf, settingsOf, signInOf } from "./experiment-words.js";
import type { FailedSend, OutgoingServers, SettingsRead, Written } from "../ports.js";
import type { AskedAtFailure } from "./asked-at-failure.js";

type Api = typeof messenger.outgoingServers;
type ApiServer = messenger.outgoingServers.OutgoingServer;

const fieldOf: Readonly<Record<messenger.outgoingServers.Property, SettingField>> = {
  hostname: "host",
  port: "port",
  security: "security",
  authMethod: "signIn",
  username: "userName",
};

const propertyOf = Object.fromEntries(
  Object.entries(fieldOf).map(([property, field]) => [field, property]),
) as Readonly<Record<SettingField, messenger.outgoingServers.Property>>;

export function experimentServers(api: Api): OutgoingServers {
  return {
    async ofIdentity(identityId) {
      return foundOf(await api.getByIdentity(identityId));
    },
    async assignedTo(identityId) {
      return (await api.getByIdentity(identityId))?.assignedId ?? null;
    },
    async ids() {
      return (await api.list()).map(({ id }) => id);
    },
    async get(serverId) {
      const server = await api.get(serverId);
      return server === null ? null : outgoingOf(server);
    },
    async unsetFields(serverId) {
      const server = await api.get(serverId);
      return (server?.smtp?.unsetProperties ?? []).map((property) => fieldOf[property]);
    },
    async incomingOf(accountId) {
      return incomingOf(await api.getIncoming(accountId));
    },
    async create(settings, description) {
      const outcome = await api.create(propertiesOf(settings), description);
      return written(outcome, ({ id }) => ({ serverId: id }));
    },
    async update(serverId, to, unset) {
      const properties = unset.map((field) => propertyOf[field]);
      return written(await api.update(serverId, propertiesOf(to), properties), settingsOf);
    },
    async assign(identityId, serverId, entry) {
      const assigned = await api.assign(identityId, serverId, entry === "may-be-missing");
      return written(assigned, (before) => before.serverId);
    },
    async remove(serverId, newDefaultId) {
      return written(await api.remove(serverId, newDefaultId), () => null);
    },
    async copyPassword(from, toServerId, identityId, credentialId) {
      return { kind: await api.copyPassword(sourceOf(from), toServerId, identityId, credentialId) };
    },
    async removePassword(credentialId, serverId) {
      return written(await api.removePassword(credentialId, serverId), (came) => came);
    },
    async openSettings(accountId) {
      await api.openSettings(accountId);
    },
  };
}

function written<From, To>(
  outcome: messenger.outgoingServers.Outcome<From>,
  value: (from: From) => To,
): Written<To> {
  if (outcome.refused !== null || outcome.value === null) {
    return { kind: "refused", because: outcome.refused ?? "gone" };
  }
  return { kind: "done", value: value(outcome.value) };
}

function foundOf(found: messenger.outgoingServers.IdentityServer | null): OutgoingFound {
  if (found?.server == null) {
    return found?.assignedId ? { kind: "dangling", missingId: found.assignedId } : { kind: "none" };
  }
  const server = outgoingOf(found.server);
  return server === null
    ? { kind: "other-type", type: found.server.type }
    : { kind: "smtp", server, assigned: found.assignedId === server.id ? "chosen" : "default" };
}

function outgoingOf(server: ApiServer): OutgoingServer | null {
  const { id, description, isDefault, identityIds, smtp } = server;
  if (smtp === null) {
    return null;
  }
  return {
    id,
    type: "smtp",
    description,
    isDefault,
    identityIds,
    host: smtp.hostname,
    port: smtp.port,
    security: smtp.security,
    signIn: signInOf[smtp.authMethod],
    userName: smtp.username,
    locked: smtp.lockedProperties.map((property) => fieldOf[property]),
    savedPassword: smtp.savedPassword,
  };
}

function incomingOf(server: messenger.outgoingServers.IncomingServer | null): IncomingServer | null {
  if (server === null) {
    return null;
  }
  const { type, hostname, port, security, authMethod, username, savedPassword, samePasswordAs } = server;
  return {
    type,
    host: hostname,
    port,
    security,
    signIn: signInOf[authMethod],
    userName: username,
    savedPassword,
    samePasswordAs,
  };
}

/**
 * Of one identity, as they stood when its send failed. Undefined where nobody asked, and where this Thunderbird lacks what
 * reads them: what was asked for tells nothing then.
 */
export function settingsAtFailure(
  asked: AskedAtFailure | null,
  missing: readonly messenger.outgoingServers.Part[],
): SettingsRead | undefined {
  if (asked === null || missing.includes("read")) {
    return undefined;
  }
  const { identities, outgoing, incoming } = asked;
  return {
    accounts: { identities: () => identities },
    settings: {
      ofIdentity: async () => foundOf(await outgoing),
      incomingOf: async () => incomingOf(await incoming),
    },
  };
}

/** The Experiment's event in the engine's words. */
export function failedSendOf(failure: messenger.outgoingServers.SendFailure): FailedSend {
  const { at, windowId, messageId, inOutbox, identityId, from } = failure;
  const { stage, code, enhancedCode, lines, fault, secure, recipients, offeredAuth } = failure;
  const refusal = { stage, code, enhancedCode, lines, fault, secure, recipients, offeredSignIn: offeredAuth };
  // Of a send that was cancelled the Experiment is not told.
  return { at, windowId, messageId, inOutbox, identityId, from, refusal, mayBeCancelled: false };
}
