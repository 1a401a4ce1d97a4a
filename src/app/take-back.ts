// Takes a recorded change back, last step first. A value that somebody has changed since stays as it is now,
// and is reported: undo never overwrites what is not ours.

import type { RecordedChange, Step } from "../engine/fixes/step.js";
import { settingFields, type ServerSettings } from "../engine/model/server-settings.js";
import type { Ports, RefusedWrite } from "../ports.js";
import { record } from "./journal.js";

export type TakenBack = "undone" | "changed-since";

type Needed = Pick<Ports, "servers" | "lasting">;

/**
 * A password is taken away last, and only where all the rest is as it was: an entry that stays in use keeps what it
 * signs in with. What Thunderbird refuses now (it is busy, or locked) stays on record, to be taken back later.
 */
export async function takeBack(ports: Needed, change: RecordedChange): Promise<TakenBack> {
  const steps = [...change.steps].reverse();
  const isPassword = ({ kind }: Step): boolean => kind === "save-password";
  const ends: (TakenBack | "refused")[] = [];
  for (const step of steps.filter((one) => !isPassword(one))) {
    ends.push(await takeBackStep(ports, step));
  }
  for (const step of ends.every((end) => end === "undone") ? steps.filter(isPassword) : []) {
    ends.push(await takeBackStep(ports, step));
  }
  const later = ends.includes("refused") && !ends.includes("changed-since");
  const state = later ? change.state : "undone";
  await record(ports.lasting, { ...change, state });
  return ends.every((end) => end === "undone") ? "undone" : "changed-since";
}

async function takeBackStep(ports: Needed, step: Step): Promise<TakenBack | "refused"> {
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
async function takeBackCreated(
  ports: Needed,
  step: Extract<Step, { kind: "create" }>,
): Promise<TakenBack | "refused"> {
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

/** Refused for now, or for good: an entry that is gone, or that others name, is no longer ours to take back. */
function done(
  written: { readonly kind: "done" } | { readonly kind: "refused"; readonly because: RefusedWrite },
): TakenBack | "refused" {
  if (written.kind === "done") {
    return "undone";
  }
  return ["busy", "locked", "primary-password"].includes(written.because) ? "refused" : "changed-since";
}
