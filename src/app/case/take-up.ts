// What the background before this one had under way: a click can be clicked again, a sending goes on in Thunderbird and is
// asked after, servers are asked again. Costs one read when there is nothing.

import type { Ports } from "../../ports.js";
import { advance } from "./advance.js";
import { readCases } from "./case-file.js";
import { inTurn } from "./in-turn.js";

export async function takeUp(ports: Ports): Promise<void> {
  const cutOff = (await readCases(ports.session)).filter(
    ({ state, gathering }) => gathering || state === "fixing" || state === "sending",
  );
  await inTurn(cutOff, async ({ caseId }) => advance(ports, caseId, { kind: "background-started" }));
}
