// Whether the password saved for receiving is the very one saved for sending: tried instead of it, it fares no better.

import type { Evidence } from "../model/evidence.js";

export function hasSamePassword({ outgoing, incoming }: Pick<Evidence, "outgoing" | "incoming">): boolean {
  return outgoing.kind === "smtp" && incoming?.samePasswordAs?.includes(outgoing.server.id) === true;
}
