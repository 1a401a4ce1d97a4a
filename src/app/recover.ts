// At Thunderbird's start: a change that a crash left half made is taken back. Costs one read when there is none.

import type { Ports } from "../ports.js";
import { readJournal } from "./journal.js";
import { takeBack } from "./take-back.js";

export async function recover(ports: Pick<Ports, "servers" | "lasting">): Promise<void> {
  for (const change of await readJournal(ports.lasting)) {
    if (change.state === "pending") {
      await takeBack(ports, change);
    }
  }
}
