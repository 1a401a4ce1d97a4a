// The user agrees to look-ups of published settings: kept as an option, and this case is judged anew with what is found.

import type { Ports } from "../ports.js";
import { findCase } from "./case-file.js";
import { lookAgain } from "./look-again.js";
import { writeOptions } from "./options.js";

export async function agreeToLookUp(ports: Ports, caseId: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  if (entry !== null) {
    await writeOptions(ports, { lookUpSettings: true });
    await lookAgain(ports, entry, entry.outcome);
  }
}
