// What somebody changed between the verdict and the click: a plan is only ever written over the values it was made for.

import type { Evidence, OutgoingFound } from "../../engine/model/evidence.js";
import type { Plan } from "../../engine/model/finding.js";
import type { ChangedField } from "../../engine/model/server-settings.js";
import type { WritingPorts } from "../../ports.js";
import { differing } from "./standing.js";

export type Since =
  | { readonly kind: "unchanged" }
  /** Somebody, or another window's fix, has brought about just what the plan wants. */
  | { readonly kind: "already"; readonly serverId: string }
  /** The account, or the identity in it. */
  | { readonly kind: "refused"; readonly because: "gone" }
  | { readonly kind: "changed-since"; readonly fields: readonly ChangedField[] };

export async function changedSince(
  { servers, accounts }: Pick<WritingPorts, "servers" | "accounts">,
  plan: Plan,
  { sender, outgoing }: Evidence,
): Promise<Since> {
  const now = await servers.ofIdentity(sender.identityId);
  if (now.kind === "none" && !(await isKnown(accounts, sender.identityId))) {
    return { kind: "refused", because: "gone" };
  }
  const fields = fieldsBetween(outgoing, now, plan);
  const others = plan.identityIds.filter((identityId) => identityId !== sender.identityId);
  const moved = await Promise.all(
    others.map(async (identityId) => idOf(await servers.ofIdentity(identityId)) !== idOf(outgoing)),
  );
  const all: readonly ChangedField[] = moved.includes(true)
    ? [...new Set([...fields, "server" as const])]
    : fields;
  if (all.length === 0) {
    return { kind: "unchanged" };
  }
  const isThere = now.kind === "smtp" && differing(now.server, plan.settings).length === 0;
  return isThere ? { kind: "already", serverId: now.server.id } : { kind: "changed-since", fields: all };
}

async function isKnown(accounts: WritingPorts["accounts"], identityId: string): Promise<boolean> {
  return (await accounts.identities()).some((identity) => identity.identityId === identityId);
}

function fieldsBetween(before: OutgoingFound, now: OutgoingFound, plan: Plan): readonly ChangedField[] {
  if (before.kind !== "smtp" || now.kind !== "smtp") {
    return before.kind === now.kind && idOf(before) === idOf(now) ? [] : ["server"];
  }
  if (before.server.id !== now.server.id) {
    return ["server"];
  }
  const fields = differing(now.server, before.server);
  const joined = now.server.identityIds.some((identityId) => !before.server.identityIds.includes(identityId));
  // Who sends through the entry matters only where the entry itself is changed.
  return joined && plan.kind === "in-place" ? [...fields, "users"] : fields;
}

function idOf(found: OutgoingFound): string {
  switch (found.kind) {
    case "smtp":
      return found.server.id;
    case "dangling":
      return found.missingId;
    default:
      return found.kind;
  }
}
