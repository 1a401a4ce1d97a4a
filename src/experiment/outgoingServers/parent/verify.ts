// Proves settings before anything is written: a real log-in, the real From, the recipients that failed, then RSET and
// QUIT; no message is sent. Runs where the password lives, so that no saved password ever reaches a page.

import type { ProvableSignIn } from "../../../engine/smtp/auth.js";
import { driveSession } from "../../../engine/smtp/drive-session.js";
import { saysLockOut } from "../../../engine/replies/lock-out.js";
import { saysPutOff } from "../../../engine/replies/put-off.js";
import type { Refused } from "../../../engine/smtp/outcome.js";
import { prove, type ProofOutcome } from "../../../engine/smtp/proof.js";
import { effectivePort } from "../../../engine/model/server-settings.js";
import type { LogInAt } from "../../../engine/smtp/refused-log-ins.js";
import { mayLogIn } from "../../../engine/passwords/log-ins-per-click.js";
import { mayReceiveToken, mayRelyOnException } from "./credential-rules.js";
import { envelopeToProve } from "./envelope-to-prove.js";
import { findCredentials, type Found } from "./find-credentials.js";
import { faultOf, replyOf } from "./look-at-server.js";
import { identityOf } from "./mail-services.js";
import { entryWithToken } from "./oauth-token.js";
import { operationOf, type Operation } from "./operations.js";
import { refusedLogIns } from "./refused-log-ins.js";
import { socketStream } from "./socket-stream.js";
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

const provable: Readonly<Partial<Record<messenger.outgoingServers.AuthMethod, ProvableSignIn>>> = {
  passwordCleartext: "password",
  passwordEncrypted: "encrypted-password",
  oauth2: "oauth2",
};

/** `extensionId`: who asks. */
export async function verify(request: Request, extensionId: string): Promise<Verified> {
  const identity = identityOf(request.identityId);
  const {
    hostname = "",
    port = 0,
    security = "none",
    authMethod = "none",
    username = "",
  } = request.properties;
  const signIn = provable[authMethod];
  if (identity === null || signIn === undefined) {
    return { ...nothing, result: "not-supported" };
  }
  if (security === "none") {
    return { ...nothing, result: "needs-tls" };
  }
  if (signIn === "oauth2" && !mayReceiveToken({ hostname, security, username })) {
    return { ...nothing, result: "needs-consent" };
  }
  const user = { host: hostname, userName: username };
  const operation = operationOf(request.operationId);
  const hindered = whyNoLogIn(user, operation);
  if (hindered !== null) {
    return { ...nothing, result: hindered };
  }
  const asker = { extensionId, agreed: request.agreed };
  const found = await findCredentials(request, signIn, { identity, asker });
  if (typeof found === "string") {
    return { ...nothing, result: found };
  }
  // The user may have sat before a prompt for minutes, or the provider been slow.
  const hinderedSince = whyNoLogIn(user, operation);
  if (hinderedSince !== null) {
    return { ...nothing, result: hinderedSince };
  }
  const { credentials } = found;
  // Counted before it is made: another proof of the same click may begin meanwhile.
  operation.logIns += 1;
  operation.said.add(credentials.secret);
  // A token relies on the user's exception only where it is told there already.
  const isTold = credentials.kind === "password" || entryWithToken(hostname, username) !== null;
  const mayRely = isTold && mayRelyOnException(request.properties, identity, credentials.kind);
  const driven = await driveSession(
    prove({
      security,
      signIn,
      credentials,
      ...envelopeToProve(request.from, request.recipients, identity.email),
    }),
    socketStream({
      host: hostname,
      port: effectivePort({ port, security }),
      security,
      exceptions: mayRely ? "accepted" : "refused",
    }),
    { timer: socketTimer, signal: operation.controller.signal },
  );
  if (driven.kind === "cancelled") {
    return { ...nothing, result: "cancelled" };
  }
  const { outcome, logIns, transcript } = driven.result;
  operation.logIns += logIns - 1;
  if (outcome.kind === "refused") {
    rememberRefusal(outcome, user, found.credential);
  }
  const said = { passwordFrom: found.from, logIns, transcript: [...transcript] };
  const answer = { ...nothing, ...verifiedOf(outcome), ...said };
  if (outcome.kind !== "accepted") {
    return answer;
  }
  const proofId = `${request.operationId}-${String(operation.proven.size + 1)}`;
  if (credentials.kind === "password") {
    operation.proven.set(proofId, { hostname, username, password: credentials.secret });
  }
  return { ...answer, proofId };
}

function rememberRefusal(refused: Refused, user: LogInAt, credential: Found["credential"]): void {
  // Put off, it was not judged (RFC 4954 §6).
  if (refused.stage === "auth" && !saysPutOff(refused) && credential !== null) {
    refusedLogIns.rejected(user, credential);
  }
  if (saysLockOut(refused)) {
    refusedLogIns.lockedOut(user);
  }
}

function whyNoLogIn(user: LogInAt, { controller, logIns }: Operation): Verified["result"] | null {
  if (refusedLogIns.isLockedOut(user)) {
    return "locked-out";
  }
  if (controller.signal.aborted) {
    return "cancelled";
  }
  return mayLogIn(logIns) ? null : "too-many-log-ins";
}

function verifiedOf(outcome: ProofOutcome): Pick<Verified, "result"> & Partial<Verified> {
  switch (outcome.kind) {
    case "accepted":
    case "no-sign-in-offered":
      return { result: outcome.kind };
    case "refused":
      return { result: "refused", stage: outcome.stage, reply: replyOf(outcome) };
    case "fault":
      return { result: "fault", stage: outcome.stage, fault: faultOf(outcome.fault).answer };
    case "not-tried":
      return { result: "not-supported" };
  }
}
