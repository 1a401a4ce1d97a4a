// How one step of a recorded change stands now: still as we made it, as it was before, or changed by somebody since.

import type { Step } from "../../engine/fixes/step.js";
import {
  settingFields,
  type ChangedField,
  type OutgoingServer,
  type ServerSettings,
} from "../../engine/model/server-settings.js";
import type { WritingPorts } from "../../ports.js";

export type Standing =
  | { readonly kind: "ours" }
  | { readonly kind: "as-before" }
  | { readonly kind: "changed"; readonly fields: readonly ChangedField[] };

type Servers = WritingPorts["servers"];

const ours: Standing = { kind: "ours" };
const asBefore: Standing = { kind: "as-before" };

/** Whether messages are sent otherwise by it: an entry to which nobody is pointed, or a password for one, changes nothing. */
export function inEffect({ kind }: Step): boolean {
  return kind === "assign" || kind === "update";
}

export type Stood = readonly { readonly step: Step; readonly standing: Standing }[];

/** Of every step of one change, in its order. */
export async function standingsOf(servers: Servers, steps: readonly Step[]): Promise<Stood> {
  return Promise.all(steps.map(async (step) => ({ step, standing: await standingOf(servers, step, steps) })));
}

export function changedFields(stood: Stood): readonly ChangedField[] {
  return [...new Set(stood.flatMap(({ standing }) => (standing.kind === "changed" ? standing.fields : [])))];
}

/** `all`: every step of the same change, because an entry we made is used by the identities that we pointed to it. */
async function standingOf(servers: Servers, step: Step, all: readonly Step[]): Promise<Standing> {
  switch (step.kind) {
    case "assign":
      return standingOfAssignment(servers, step);
    case "update": {
      const server = await servers.get(step.serverId);
      if (server === null) {
        return changed("server");
      }
      if (differing(server, step.from).length === 0) {
        return asBefore;
      }
      const fields = differing(server, step.to);
      return fields.length === 0 ? ours : changed(...fields);
    }
    case "create": {
      const server = await createdBy(servers, step);
      if (server === null) {
        return asBefore;
      }
      const fields: readonly ChangedField[] = differing(server, step.settings);
      const since = (await hasStrangers(servers, step, server, all)) ? [...fields, "users" as const] : fields;
      return since.length === 0 ? ours : changed(...since);
    }
    // Which log-in it is says its id: what is gone is as before, and Thunderbird finds out itself.
    case "save-password":
      return ours;
  }
}

/** Somebody has pointed another identity to the entry since. */
async function hasStrangers(
  servers: Servers,
  step: Extract<Step, { kind: "create" }>,
  server: OutgoingServer,
  all: readonly Step[],
): Promise<boolean> {
  const pointed = all.flatMap((one) => (one.kind === "assign" ? [one.identityId] : []));
  return (await usersOf(servers, step, server)).some((identityId) => !pointed.includes(identityId));
}

/**
 * Where there was no entry at all before, Thunderbird lets every identity that names none fall back to this one: that was
 * nobody's choice, and ends with it.
 */
async function usersOf(
  servers: Servers,
  { idsBefore }: Extract<Step, { kind: "create" }>,
  { id, identityIds }: OutgoingServer,
): Promise<readonly string[]> {
  if (idsBefore.length > 0) {
    return identityIds;
  }
  const named = await Promise.all(identityIds.map(async (identityId) => servers.assignedTo(identityId)));
  return identityIds.filter((_, at) => named[at] === id);
}

/** An entry that is gone by now cannot be given back: the identity would send through nothing. */
async function standingOfAssignment(
  servers: Servers,
  step: Extract<Step, { kind: "assign" }>,
): Promise<Standing> {
  const now = await servers.assignedTo(step.identityId);
  if (now === step.from) {
    return asBefore;
  }
  if (now !== step.to) {
    return changed("server");
  }
  const needed = step.from === null || step.from === "" || step.fromMissing ? null : step.from;
  const isThere = needed === null || (await servers.ids()).includes(needed);
  return isThere ? ours : changed("server");
}

/**
 * The entry that a step made. A crash may have come before its name was written down: then it is the one that was not
 * there before, is exactly as it was to be, and is used by nobody.
 */
export async function createdBy(
  servers: Servers,
  step: Extract<Step, { kind: "create" }>,
): Promise<OutgoingServer | null> {
  if (step.serverId !== null) {
    return servers.get(step.serverId);
  }
  const added = (await servers.ids()).filter((id) => !step.idsBefore.includes(id));
  for (const entry of await Promise.all(added.map(async (id) => servers.get(id)))) {
    if (
      entry?.description === step.description &&
      differing(entry, step.settings).length === 0 &&
      (await usersOf(servers, step, entry)).length === 0
    ) {
      return entry;
    }
  }
  return null;
}

export function differing(
  server: Partial<ServerSettings>,
  values: Partial<ServerSettings>,
): readonly (keyof ServerSettings)[] {
  return settingFields.filter((field) => values[field] !== undefined && values[field] !== server[field]);
}

function changed(...fields: readonly ChangedField[]): Standing {
  return { kind: "changed", fields };
}
