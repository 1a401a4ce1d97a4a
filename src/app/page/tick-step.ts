// Keeps which steps of a guided fix are done, so that they are still ticked when the page is opened again.

import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";

export async function tickStep(ports: Ports, caseId: string, step: number, done: boolean): Promise<void> {
  await advance(ports, caseId, { kind: "step-ticked", step, done });
}
