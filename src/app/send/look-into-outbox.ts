// What lies in the Outbox and what went out of it, where that can be seen: Thunderbird refuses to say while it has to read that
// folder anew.

import type { Outbox, Ports } from "../../ports.js";
import { reportingOr } from "../report/bugs.js";

/** Null where nobody can tell: nothing is concluded from that. */
export async function lookIntoOutbox(ports: Ports): Promise<Awaited<ReturnType<Outbox["messages"]>> | null> {
  return reportingOr(ports, "looking into the Outbox", () => ports.outbox.messages(), null);
}
