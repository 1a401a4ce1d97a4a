// What a crash left behind is settled before anything else is changed: a change that is not whole is taken back, one
// that is whole and was proven stays; the user is told once. Costs one read when there is nothing.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { WritingPorts } from "../../ports.js";
import type { Notice } from "../../protocol.js";
import { isRecorded, readJournal } from "./journal.js";
import { inTurn } from "../case/in-turn.js";
import { giveNotice } from "../case/notices.js";
import { takeUp } from "../case/take-up.js";
import { standingsOf } from "./standing.js";
import { takeBack } from "./take-back.js";

/** Set while Thunderbird and the add-on run: the background sleeps and wakes, and what it waits for goes on. */
const awake = "awake";

/**
 * At every start of the background, before its first event is handled: nothing is under way then but the sending of a
 * message, and that only where Thunderbird or the add-on has not been started anew.
 */
export async function recover(ports: WritingPorts): Promise<void> {
  await inTurn([settleAll, takeUp], async (work) => work(ports));
}

async function settleAll(ports: WritingPorts): Promise<void> {
  await ports.underWay.inLine("changes", async () => {
    const isFirst = (await ports.session.read(awake)) === undefined;
    if (isFirst) {
      await ports.session.write(awake, true);
    }
    const cutOff = (await readJournal(ports.lasting)).filter(
      ({ state }) => state === "pending" || (state === "made" && isFirst),
    );
    await inTurn(cutOff, async (change) => settle(ports, change));
  });
}

async function settle(ports: WritingPorts, change: RecordedChange): Promise<void> {
  const told: RecordedChange = { ...change, told: true };
  let kind: Notice["kind"];
  if (change.state === "made" && change.proven && (await isWhole(ports, change.steps))) {
    if (!(await isRecorded(ports, { ...told, state: "kept" }))) {
      // It stays, and there may be room at the next start.
      return;
    }
    kind = "kept";
  } else {
    const taken = await takeBack(ports, told, "ours");
    if (taken.kind === "refused" && taken.because === "unrecorded") {
      // Nothing was begun: there may be room at the next start.
      return;
    }
    // What is refused is tried again at the next start, and told as what it is.
    kind = taken.kind === "undone" ? "taken-back" : "left";
  }
  if (!change.told) {
    await giveNotice(ports, { kind, accountName: change.accountName });
  }
}

async function isWhole({ servers }: WritingPorts, steps: RecordedChange["steps"]): Promise<boolean> {
  return (await standingsOf(servers, steps)).every(({ standing }) => standing.kind === "ours");
}
