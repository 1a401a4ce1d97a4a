// Proves settings before anything is written: a real log-in, the real From, the recipients that failed, then RSET and
// QUIT; no message is sent. Runs where the password lives, so that no saved password ever reaches a page.

import { driveSession } from "../../../engine/smtp/drive-session.js";
import { prove, type ProofResult } from "../../../engine/smtp/proof.js";
import type { SignIn } from "../../../engine/model/server-settings.js";
import { isOwnPassword, mayReceivePassword, mayRelyOnException } from "./credential-rules.js";
import { faultOf, replyOf } from "./look-at-server.js";
import { MailServices } from "./mail-services.js";
import { maximumLogIns, operationOf, type Operation } from "./operations.js";
import { isLocked, savedLogIn, unlock } from "./saved-passwords.js";
import { socketStream, type Exceptions } from "./socket-stream.js";
import { socketTimer } from "./socket-timer.js";

type Request = messenger.outgoingServers.VerifyRequest;
type Verified = messenger.outgoingServers.Verified;

const nothing: Omit<Verified, "result"> = {
  stage: "unknown",
  reply: null,
  fault: null,
  logIns: 0,
  passwordFrom: null,
  proofId: null,
  transcript: [],
};

const provable: Readonly<Partial<Record<messenger.outgoingServers.AuthMethod, SignIn>>> = {
  passwordCleartext: "password",
  passwordEncrypted: "encrypted-password",
};

/** `extensionId`: who asks. */
export async function verify(request: Request, extensionId: string): Promise<Verified> {
  const identity = MailServices.accounts.getIdentity(request.identityId);
  const { hostname = "", security = "none", authMethod = "none", username = "" } = request.properties;
  const signIn = provable[authMethod];
  if (identity === null || signIn === undefined) {
    return { ...nothing, result: "not-supported" };
  }
  const permission = mayReceivePassword({ hostname, security }, identity, {
    extensionId,
    userAgreed: request.userAgreed,
  });
  if (permission !== "allowed") {
    return { ...nothing, result: permission };
  }
  const operation = operationOf(request.operationId);
  if (operation.logIns >= maximumLogIns) {
    return { ...nothing, result: "too-many-log-ins" };
  }
  // Asked for by Thunderbird itself, once, because the user clicked.
  if (request.password === null && isLocked() && !(await unlock())) {
    return { ...nothing, result: "locked" };
  }
  const key = (password: string): string => `${hostname}\n${username}\n${password}`;
  const found = await passwordFor(request, identity, (password) => operation.rejected.has(key(password)));
  if (found === null) {
    return { ...nothing, result: "no-password" };
  }
  operation.said.add(found.password);
  const result = await run(request, signIn, found.password, {
    operation,
    exceptions: mayRelyOnException(request.properties, identity) ? "accepted" : "refused",
  });
  if (result === null) {
    return { ...nothing, result: "cancelled" };
  }
  operation.logIns += result.logIns;
  if (result.outcome.kind === "refused" && result.outcome.stage === "auth") {
    operation.rejected.add(key(found.password));
  }
  const answer = { ...nothing, ...verifiedOf(result), passwordFrom: found.from, logIns: result.logIns };
  if (result.outcome.kind !== "accepted") {
    return answer;
  }
  const proofId = `${request.operationId}-${String(operation.proven.size + 1)}`;
  operation.proven.set(proofId, { hostname, username, password: found.password });
  return { ...answer, proofId };
}

async function run(
  request: Request,
  signIn: SignIn,
  password: string,
  { operation, exceptions }: { readonly operation: Operation; readonly exceptions: Exceptions },
): Promise<ProofResult | null> {
  const { hostname: host = "", port = 0, security = "none", username = "" } = request.properties;
  const driven = await driveSession(
    prove({
      host,
      security,
      clientName: null,
      signIn,
      credentials: { kind: "password", userName: username, password },
      envelope: { from: request.from, recipients: request.recipients, messageSize: null },
      signInWithoutTls: false,
    }),
    socketStream({ host, port: port || (security === "tls" ? 465 : 587), security, exceptions }),
    { timer: socketTimer, signal: operation.controller.signal },
  );
  return driven.kind === "ended" ? driven.result : null;
}

interface FoundPassword {
  readonly password: string;
  readonly from: "typed" | "outgoing" | "incoming";
}

/** What the user typed, else the first saved one that this operation has not seen rejected. */
async function passwordFor(
  request: Request,
  identity: GeckoIdentity,
  isRejected: (password: string) => boolean,
): Promise<FoundPassword | null> {
  if (request.password !== null) {
    return { password: request.password, from: "typed" };
  }
  for (const source of request.passwords.filter((one) => isOwnPassword(one, identity))) {
    const logIn = await savedLogIn(source);
    if (logIn !== null && !isRejected(logIn.password)) {
      return { password: logIn.password, from: source.outgoingServerId == null ? "incoming" : "outgoing" };
    }
  }
  return null;
}

function verifiedOf({ outcome, transcript }: ProofResult): Pick<Verified, "result"> & Partial<Verified> {
  const said = { transcript: [...transcript] };
  switch (outcome.kind) {
    case "accepted":
      return { ...said, result: "accepted" };
    case "refused":
      return { ...said, result: "refused", stage: outcome.stage, reply: replyOf(outcome) };
    case "fault":
      return { ...said, result: "fault", stage: outcome.stage, fault: faultOf(outcome.fault).answer };
    case "no-sign-in-offered":
      return { ...said, result: "no-sign-in-offered" };
    case "not-tried":
      return { ...said, result: "not-supported" };
  }
}
