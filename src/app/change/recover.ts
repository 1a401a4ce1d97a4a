// What a crash left behind is settled before anything else is changed: a change that is not whole is taken back, one
// that is whole and was proven stays; the user is told once. Costs one read when there is nothing.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { WritingPorts } from "../../ports.js";
import type { Notice } from "../../protocol.js";
import { editCases } from "../case/case-file.js";
import { readJournal, record } from "./journal.js";
import { giveNotice } from "../case/notices.js";
import { oneAtATime } from "./one-at-a-time.js";
import { standingOf } from "./standing.js";
import { stateOf } from "../case/state-of.js";
import { takeBack } from "./take-back.js";

/** Set while Thunderbird and the add-on run: the background sleeps and wakes, and what it waits for goes on. */
const awake = "awake";

/**
 * At every start of the background, before its first event is handled: nothing is under way then but the sending of a
 * message, and that only where Thunderbird or the add-on has not been started anew.
 */
export function recover(
  ports: Pick<WritingPorts, "servers" | "session" | "lasting" | "mailWindow">,
): Promise<void> {
  return oneAtATime(async () => {
    const isFirst = (await ports.session.read(awake)) === undefined;
    if (isFirst) {
      await ports.session.write(awake, true);
    } else {
      await endClicks(ports);
    }
    for (const change of await readJournal(ports.lasting)) {
      if (change.state === "pending" || (change.state === "made" && isFirst)) {
        await settle(ports, change);
      }
    }
  });
}

/** The background was cut off in the middle of a click: its case can be clicked again. */
async function endClicks({ session }: Pick<WritingPorts, "session">): Promise<void> {
  await editCases(session, (cases) =>
    cases.map((entry) =>
      entry.state === "fixing"
        ? { ...entry, state: stateOf(entry.diagnosis, entry.evidence), operationId: null }
        : entry,
    ),
  );
}

async function settle(
  ports: Pick<WritingPorts, "servers" | "lasting" | "mailWindow">,
  change: RecordedChange,
): Promise<void> {
  const told: RecordedChange = { ...change, told: true };
  let kind: Notice["kind"];
  if (change.state === "made" && change.proven && (await isWhole(ports, change))) {
    await record(ports.lasting, { ...told, state: "kept" });
    kind = "kept";
  } else {
    const taken = await takeBack(ports, told, "ours");
    if (taken.kind === "refused") {
      // Tried again at the next start; what cannot be given back yet is told as what it is.
      await record(ports.lasting, told);
    }
    kind = taken.kind === "undone" ? "taken-back" : "left";
  }
  if (!change.told) {
    await giveNotice(ports, { kind, accountName: change.accountName });
  }
}

async function isWhole(
  { servers }: Pick<WritingPorts, "servers">,
  { steps }: RecordedChange,
): Promise<boolean> {
  const all = await Promise.all(steps.map(async (step) => standingOf(servers, step, steps)));
  return all.every(({ kind }) => kind === "ours");
}
