// Ports that differ from a fake's own, with what one background has under way on them.

import { underWay } from "../../src/app/case/under-way.js";
import { carryOut } from "../../src/app/send/carry-out.js";
import type { Edition, Ports } from "../../src/ports.js";

export function withUnderWay(edition: Edition): Ports {
  const ports: Ports = {
    ...edition,
    underWay: underWay(async (effect, caseId) => carryOut(ports, effect, caseId)),
  };
  return ports;
}
