// Whether another message from this account would get out: one to the provider is a way only where it does.

import type { CaseView } from "../../protocol.js";
import { isAboutAccount, type Matter, type Reason } from "../../engine/model/reason.js";
import { toSignIn } from "../../engine/model/refusal.js";

/** Of the connection and the sign-in, not of this message, at whatever step they were said. */
const ofEveryMessage: ReadonlySet<Reason> = new Set([
  "auth-required",
  "auth-failed",
  "tls-required",
  "port-or-connection-blocked",
]);

/** Of where it comes from, or of who writes it. */
const ofEverySender: ReadonlySet<Matter | undefined> = new Set([
  "own-internet-address",
  "home-internet-address",
  "own-mailbox-full",
]);

export function getsOut({ refusal, reported, diagnosis }: CaseView): boolean {
  // The own server had taken what came back.
  if (refusal === null || reported?.notice !== undefined || reported?.by === "other-server") {
    return true;
  }
  const { reason, subReason, matter } = diagnosis?.classification ?? {};
  const isRefused = reason !== undefined && ofEveryMessage.has(reason);
  // A limit of the sender's own lasts for hours.
  const isAtLimit = subReason === "rate-limit" && matter !== "recipient-limit";
  const isBlocked = ofEverySender.has(matter) || isAtLimit;
  const step = toSignIn[refusal.stage];
  const isEarly = refusal.fault !== null || step === "before" || step === "itself";
  return !isRefused && !isBlocked && !isEarly && !isAboutAccount(matter);
}
