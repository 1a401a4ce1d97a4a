// Takes a recorded change back, last step first. A value that somebody has changed since stays as it is now,
// and is reported: undo never overwrites what is not ours.

import type { RecordedChange, Step } from "../engine/fixes/step.js";
import { settingFields, type ServerSettings } from "../engine/model/server-settings.js";
import type { Ports } from "../ports.js";
import { record } from "./journal.js";

export type TakenBack = "undone" | "changed-since";

type Needed = Pick<Ports, "servers" | "lasting">;

export async function takeBack(ports: Needed, change: RecordedChange): Promise<TakenBack> {
  let result: TakenBack = "undone";
  for (const step of [...change.steps].reverse()) {
    if ((await takeBackStep(ports, step)) === "changed-since") {
      result = "changed-since";
    }
  }
  await record(ports.lasting, { ...change, state: "undone" });
  return result;
}

async function takeBackStep(ports: Needed, step: Step): Promise<TakenBack> {
  switch (step.kind) {
    case "assign": {
      const now = await ports.servers.ofIdentity(step.identityId);
      if (now.kind !== "smtp" || now.server.id !== step.to || now.assigned !== "chosen") {
        return isAsBefore(now, step.from) ? "undone" : "changed-since";
      }
      return done(await ports.servers.assign(step.identityId, step.from));
    }
    case "update": {
      const server = await ports.servers.get(step.serverId);
      if (server === null) {
        return "changed-since";
      }
      if (holds(server, step.from)) {
        return "undone";
      }
      return holds(server, step.to)
        ? done(await ports.servers.update(step.serverId, step.from))
        : "changed-since";
    }
    case "save-password":
      return step.credentialId === null
        ? "undone"
        : done(await ports.servers.removePassword(step.credentialId));
    case "create":
      return takeBackCreated(ports, step);
  }
}

/** An entry we made and somebody has changed, or uses, is theirs now. */
async function takeBackCreated(ports: Needed, step: Extract<Step, { kind: "create" }>): Promise<TakenBack> {
  const server = step.serverId === null ? null : await ports.servers.get(step.serverId);
  if (server === null) {
    return "undone";
  }
  return holds(server, step.settings) ? done(await ports.servers.remove(server.id)) : "changed-since";
}

function holds(server: ServerSettings, values: Partial<ServerSettings>): boolean {
  return settingFields.every((field) => values[field] === undefined || values[field] === server[field]);
}

function isAsBefore(
  now: Awaited<ReturnType<Ports["servers"]["ofIdentity"]>>,
  before: string | null,
): boolean {
  switch (now.kind) {
    case "smtp":
      return before === null ? now.assigned === "default" : now.server.id === before;
    case "dangling":
      return now.missingId === before;
    case "none":
      return before === null;
    default:
      return false;
  }
}

function done(written: { readonly kind: "done" | "refused" }): TakenBack {
  return written.kind === "done" ? "undone" : "changed-since";
}
