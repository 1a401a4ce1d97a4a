// What a refusal, or a reply to a probe, means: the classifier's word, and a plain one where no reply came.

import type { DeliveryNotice } from "../model/delivery.js";
import type { Sender } from "../model/evidence.js";
import type { Refusal } from "../model/refusal.js";
import type { Reported } from "../model/reported.js";
import { classify } from "../replies/classify.js";
import type { Classification } from "../model/reason.js";
import { ofWhom } from "./whose-domain.js";

/** Null where the failure says nothing about the server's will: a certificate, a missing extension. */
export function meaningOf(refusal: Refusal, reported?: Reported): Classification | null {
  const { fault, stage } = refusal;
  // A server that returns a message had taken it, whoever refused in the end.
  if (reported?.by === "other-server" || reported?.notice !== undefined) {
    return meaningOfReply(refusal, stage, "dsn");
  }
  const noConnection = fault === "unreachable" || fault === "timeout" || fault === "interrupted";
  if (noConnection || isNotSmtp(refusal)) {
    return { reason: "port-or-connection-blocked", subReason: null, confidence: "likely", basis: "" };
  }
  return fault === null ? meaningOfReply(refusal, stage) : null;
}

/** A greeting without a reply code is another protocol's: a web server, or the server for receiving. */
function isNotSmtp({ fault, stage, code }: Refusal): boolean {
  return fault === null && code === null && (stage === "greeting" || stage === "ehlo");
}

export function meaningOfReply(
  reply: Pick<Refusal, "code" | "enhancedCode" | "lines">,
  stage: Refusal["stage"] = "rcpt",
  kind: "smtp-reply" | "dsn" = "smtp-reply",
): Classification {
  const { code, enhancedCode, lines } = reply;
  const said = {
    text: lines.join("\n"),
    kind,
    stage,
    ...(code !== null && { code }),
    ...(enhancedCode !== null && { enhancedCode }),
  };
  return kind === "dsn" ? classify(said, null) : classify(said);
}

/** What was said of each recipient, in the notice's order; null for those of whom nothing was refused. */
export function meaningsOf(
  { fates }: DeliveryNotice,
  sender: Pick<Sender, "from" | "address">,
): readonly (Classification | null)[] {
  return fates.map((fate) =>
    fate.event === "failed" || fate.event === "delayed"
      ? ofWhom(meaningOfReply(fate, "unknown", "dsn"), "unknown", sender)
      : null,
  );
}
