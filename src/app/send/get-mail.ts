// *Get mail and send again*: for servers that take messages only from where mail was fetched shortly before. Changes no
// setting; whether the server takes the message then is after-send.ts's.

import type { Ports } from "../../ports.js";
import { reportingOr } from "../report/bugs.js";
import { advance } from "../case/advance.js";

export async function getMail(ports: Ports, caseId: string, accountId: string): Promise<void> {
  const got = await reportingOr(ports, "getting mail", () => ports.incomingMail.get(accountId), "failed");
  await advance(ports, caseId, { kind: "mail-fetched", got });
}
