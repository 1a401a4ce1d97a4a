// *Test sending*: proves the settings in use, on the click. One log-in at most, with the password that is saved for this
// very entry; the real From, the recipient that failed or the account's own address; no message, nothing is written.

import type { Case } from "../../engine/model/case.js";
import { signsIn } from "../../engine/model/server-settings.js";
import type { Tested } from "../../engine/model/trial.js";
import type { Proof, WritingPorts } from "../../ports.js";
import { advance } from "../case/advance.js";

type Came = Tested["came"] | "cancelled";

export async function testSending(ports: WritingPorts, caseId: string): Promise<void> {
  const operationId = `test-${caseId}-${String(ports.clock.now())}`;
  const { taken, case: entry } = await advance(ports, caseId, { kind: "test-clicked", operationId });
  if (!taken || entry === null) {
    return;
  }
  let came: Came = "not-tried";
  try {
    came = ports.isOffline() ? "offline" : await cameOf(ports.talk, entry, operationId);
  } finally {
    await advance(ports, caseId, { kind: "test-ended", operationId, came });
    await ports.talk.end(operationId);
  }
}

async function cameOf(
  talk: WritingPorts["talk"],
  { evidence: { outgoing, sender, refusal } }: Case,
  operationId: string,
): Promise<Came> {
  if (outgoing.kind !== "smtp") {
    return "not-tried";
  }
  const { id, host, port, security, signIn, userName } = outgoing.server;
  if (!signsIn(signIn)) {
    return "not-signed-in";
  }
  const proof = await talk.prove({
    operationId,
    identityId: sender.identityId,
    settings: { host, port, security, signIn, userName },
    from: sender.from,
    recipients: refusal === null || refusal.recipients.length === 0 ? [sender.address] : refusal.recipients,
    passwords: [{ kind: "outgoing", serverId: id }],
    password: null,
    agreed: null,
  });
  return readProof(proof);
}

function readProof(proof: Proof): Came {
  switch (proof.kind) {
    case "accepted":
      return { kind: "accepted" };
    case "refused":
      return { kind: "refused", refusal: proof.refusal };
    case "no-sign-in-offered":
      return "not-signed-in";
    case "locked":
      return "primary-password";
    case "no-password":
    case "withheld":
    case "locked-out":
    case "unreachable":
    case "cancelled":
      return proof.kind;
    case "not-provable":
    case "too-many-log-ins":
      return "not-tried";
  }
}
