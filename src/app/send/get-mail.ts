// *Get mail and send again*: for servers that take messages only from where mail was fetched shortly before. Changes no
// setting; whether the server takes the message then is after-send.ts's.

import type { Ports } from "../../ports.js";
import { changeCase, editCases, type Case } from "../case/case-file.js";
import { mayGetMail } from "../case/may-get-mail.js";
import { sendAgain } from "./send-again.js";

export async function getMailAndSend(ports: Ports, caseId: string): Promise<void> {
  const entry = await claim(ports, caseId);
  if (entry === null) {
    return;
  }
  ports.pages.changed();
  const got = await ports.incomingMail.get(entry.evidence.sender.accountId).catch(() => "failed" as const);
  if (got === "done") {
    await sendAgain(ports, caseId);
    return;
  }
  await changeCase(ports.session, caseId, {
    state: entry.state,
    outcome: { kind: "mail-not-fetched", because: got },
  });
}

/** Two clicks send one message. */
async function claim(ports: Ports, caseId: string): Promise<Case | null> {
  let claimed: Case | null = null;
  await editCases(ports.session, (cases) =>
    cases.map((entry) => {
      if (entry.caseId !== caseId || !["problem", "failed"].includes(entry.state) || !mayGetMail(entry)) {
        return entry;
      }
      claimed = entry;
      return { ...entry, state: "sending", outcome: { kind: "getting-mail" } };
    }),
  );
  return claimed;
}
