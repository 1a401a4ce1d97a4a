// Sends what lies in the Outbox, and tells by what was seen going, what is left there, and the refusals noticed meanwhile,
// how it ended for the message of one case. Thunderbird takes each message out as it goes: none is sent twice.

import type { Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { findCase } from "../case/case-file.js";
import { allNoticed } from "../notice/notice-failed-send.js";
import { report } from "../report/bugs.js";
import { lookIntoOutbox } from "./look-into-outbox.js";

export async function sendUnsent(ports: Ports, caseId: string): Promise<void> {
  const { messageId = null } = (await findCase(ports.session, caseId)) ?? {};
  if (messageId !== null) {
    // For the others that lie there now nobody has asked, where it has gone meanwhile.
    const seen = await lookIntoOutbox(ports);
    if (seen === null) {
      await advance(ports, caseId, { kind: "send-not-begun", because: "busy" });
      return;
    }
    if (!seen.lying.includes(messageId)) {
      await outboxEnded(ports, caseId);
      return;
    }
  }
  const ended = await ports.outbox.send().catch(async (error: unknown) => {
    await report(ports, error, "sending the Outbox");
    return null;
  });
  if (ended === null) {
    // Whatever has been begun ends, and what lies there then tells how.
    await askOutbox(ports, caseId);
    return;
  }
  if (ended.kind === "refused" && ended.because !== "empty") {
    await advance(ports, caseId, { kind: "send-not-begun", because: ended.because });
    return;
  }
  await outboxEnded(ports, caseId);
}

/** How a sending ended that the background has slept over: Thunderbird knows. */
export async function askOutbox(ports: Ports, caseId: string): Promise<void> {
  if (await ports.outbox.atRest()) {
    await outboxEnded(ports, caseId);
  } else {
    await advance(ports, caseId, { kind: "send-not-begun", because: "busy" });
  }
}

/** An event of its own tells of each refusal; it comes a little later than the end. */
const untilNoticedMilliseconds = 300;

async function outboxEnded(ports: Ports, caseId: string): Promise<void> {
  await ports.clock.wait(untilNoticedMilliseconds);
  await allNoticed(ports);
  const messageId = (await findCase(ports.session, caseId))?.messageId ?? null;
  const seen = await lookIntoOutbox(ports);
  const { lying, gone } = seen ?? { lying: [], gone: [] };
  await advance(ports, caseId, {
    kind: "outbox-ended",
    // Without its name nobody can tell that it was this one that was seen going.
    went: messageId !== null && gone.includes(messageId),
    // Where nobody could look it may still be: sent again, it is looked for once more.
    isThere: seen === null || (messageId === null ? lying.length > 0 : lying.includes(messageId)),
    unsent: seen?.lying.length,
  });
}
