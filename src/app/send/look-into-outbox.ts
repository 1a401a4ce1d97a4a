// What lies in the Outbox and what went out of it, where that can be seen: Thunderbird refuses to say while it has to read that
// folder anew.

import type { Outbox, Ports } from "../../ports.js";
import { report } from "../report/bugs.js";

/** Null where nobody can tell: nothing is concluded from that. */
export async function lookIntoOutbox(
  ports: Pick<Ports, "outbox" | "session" | "underWay" | "bugs">,
): Promise<Awaited<ReturnType<Outbox["messages"]>> | null> {
  try {
    return await ports.outbox.messages();
  } catch (error) {
    await report(ports, error, "looking into the Outbox");
    return null;
  }
}
