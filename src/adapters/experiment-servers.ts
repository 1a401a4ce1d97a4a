// The OutgoingServers port over our Experiment: translates between its words (Thunderbird's) and the engine's.

import type { OutgoingFound } from "../engine/model/evidence.js";
import type { IncomingServer, OutgoingServer, SettingField } from "../engine/model/server-settings.js";
import { sourceOf } from "./experiment-talk.js";
import { propertiesOf, settingsOf, signInOf } from "./experiment-words.js";
import type { FailedSend, OutgoingServers, Written } from "../ports.js";

type Api = typeof messenger.outgoingServers;
type ApiServer = messenger.outgoingServers.OutgoingServer;

const fieldOf: Readonly<Record<messenger.outgoingServers.Property, SettingField>> = {
  hostname: "host",
  port: "port",
  security: "security",
  authMethod: "signIn",
  username: "userName",
};

export function experimentServers(api: Api): OutgoingServers {
  return {
    async ofIdentity(identityId) {
      return foundOf(await api.getByIdentity(identityId));
    },
    async get(serverId) {
      const server = await api.get(serverId);
      return server === null ? null : outgoingOf(server);
    },
    async incomingOf(accountId) {
      const server = await api.getIncoming(accountId);
      return server === null ? null : incomingOf(server);
    },
    async create(settings, description) {
      const outcome = await api.create(propertiesOf(settings), description);
      return written(outcome, ({ id }) => ({ serverId: id }));
    },
    async update(serverId, to) {
      return written(await api.update(serverId, propertiesOf(to)), settingsOf);
    },
    async assign(identityId, serverId) {
      return written(await api.assign(identityId, serverId), (before) => before.serverId);
    },
    async remove(serverId) {
      return written(await api.remove(serverId), () => null);
    },
    async copyPassword(from, toServerId) {
      const { result, credentialId } = await api.copyPassword(sourceOf(from), toServerId);
      return result === "copied" ? { kind: "copied", credentialId: credentialId ?? "" } : { kind: result };
    },
    async removePassword(credentialId) {
      const { refused } = await api.removePassword(credentialId);
      return refused === null ? { kind: "done", value: null } : { kind: "refused", because: refused };
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
    return found?.assignedId == null ? { kind: "none" } : { kind: "dangling", missingId: found.assignedId };
  }
  const server = outgoingOf(found.server);
  return server === null
    ? { kind: "other-type", type: found.server.type }
    : { kind: "smtp", server, assigned: found.assignedId === null ? "default" : "chosen" };
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

function incomingOf(server: messenger.outgoingServers.IncomingServer): IncomingServer {
  const { type, hostname, port, security, authMethod, username, savedPassword } = server;
  return {
    type,
    host: hostname,
    port,
    security,
    signIn: signInOf[authMethod],
    userName: username,
    savedPassword,
  };
}

/** The Experiment's event in the engine's words. */
export function failedSendOf(failure: messenger.outgoingServers.SendFailure): FailedSend {
  const { windowId, identityId, from, stage, code, enhancedCode, lines, fault, certificateError, secure } =
    failure;
  return {
    windowId,
    identityId,
    from,
    refusal: {
      stage,
      code,
      enhancedCode,
      lines,
      fault,
      certificateError,
      secure,
      offeredSignIn: failure.offeredAuth,
      recipients: failure.recipients,
    },
  };
}
