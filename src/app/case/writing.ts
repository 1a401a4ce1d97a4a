// The ports of the use cases that write settings and talk to mail servers, in an edition that can.

import type { Ports, WritingPorts } from "../../ports.js";

/** Null where the user mends by hand. */
export function writing(ports: Ports): WritingPorts | null {
  const { mending } = ports;
  return mending.kind === "written" ? { ...ports, servers: mending.servers, talk: mending.talk } : null;
}
