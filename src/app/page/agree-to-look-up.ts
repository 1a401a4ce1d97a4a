// The user agrees to look-ups of published settings: kept as an option, and this case is judged anew with what is found.
// Where Thunderbird has to ask for the permission first, it does so in the main window once that has the focus and no
// page of ours lies over it (seen in the lab alone): what was agreed is noted, and done when the permission comes.

import type { Ports } from "../../ports.js";
import { findCase, type Case } from "../case/case-file.js";
import { lookAgain } from "../notice/look-again.js";
import { looksUp, mayLookUp, writeOptions } from "../find/options.js";

/** The case whose look-up waits for the permission. */
const key = "look-up-wanted";

/** The question is there, and our page gone: what comes to the front in the same moment loses it (in the lab). */
const untilAskedMilliseconds = 600;

export async function agreeToLookUp(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry === null) {
    return;
  }
  if (!(await mayLookUp(ports, entry.evidence.sender.address))) {
    await ports.session.write(key, caseId);
    await ports.clock.wait(untilAskedMilliseconds);
    await ports.mailWindow.toFront();
    return;
  }
  await ports.session.remove(key);
  await writeOptions(ports, { lookUpSettings: true });
  const before = entry.outcome?.kind === "not-changed" ? null : entry.outcome;
  await lookAgain(ports, caseId, ports.isOffline() ? { kind: "not-changed", because: "offline" } : before);
}

/** Thunderbird has been told that this add-on may ask more hosts. */
export async function permissionGiven(ports: Ports): Promise<void> {
  const caseId = await ports.session.read(key);
  if (typeof caseId === "string") {
    await agreeToLookUp(ports, caseId);
    const windowId = (await findCase(ports.session, caseId))?.windowId ?? null;
    if (windowId !== null) {
      ports.compose.showPage(windowId, "to-front");
    }
    ports.pages.changed();
  }
}

/** Whether what is published for this case's domain is looked up: agreed to and permitted, or not for the user to say. */
export async function lookUpsFor(ports: Ports, entry: Case): Promise<"made" | "to-ask" | "forbidden"> {
  if ((await ports.companyPolicy()).isLookUpForbidden) {
    return "forbidden";
  }
  return (await looksUp(ports, entry.evidence.sender.address)) ? "made" : "to-ask";
}
