// Whether an identity sends through the entry that a recorded change made or altered, as the settings are now.

import type { Ports } from "../../ports.js";
import { findChange } from "./journal.js";

export async function sendsThrough(
  { lasting, settings }: Pick<Ports, "lasting" | "settings">,
  identityId: string,
  changeId: string,
): Promise<boolean> {
  const change = await findChange(lasting, changeId);
  const outgoing = await settings.ofIdentity(identityId);
  return (
    outgoing.kind === "smtp" &&
    (change?.steps ?? []).some((step) => step.kind !== "assign" && step.serverId === outgoing.server.id)
  );
}
