// What lies in the Outbox now, where that can be seen: Thunderbird refuses to say while it has to read that folder anew.

import type { Ports } from "../../ports.js";
import { report } from "../report/bugs.js";

/** Null where nobody can tell: nothing is concluded from that. */
export async function lyingInOutbox(
  ports: Pick<Ports, "outbox" | "session" | "underWay" | "bugs">,
): Promise<readonly string[] | null> {
  try {
    return (await ports.outbox.messages()).lying;
  } catch (error) {
    await report(ports, error, "looking into the Outbox");
    return null;
  }
}
