// What the background before this one had under way: a click can be clicked again, a sending goes on in Thunderbird and is
// asked after, servers are asked again. Costs one read when there is nothing.

import type { Ports } from "../../ports.js";
import { advance } from "./advance.js";
import { readCases } from "./case-file.js";

export async function takeUp(ports: Ports): Promise<void> {
  for (const { caseId, state, gathering } of await readCases(ports.session)) {
    if (gathering || state === "fixing" || state === "sending") {
      await advance(ports, caseId, { kind: "background-started" });
    }
  }
}
