// A notice of delivery as evidence: the refusal of its worst recipient, who refused, and each recipient's own fate.
// Keeps the words about recipients; never the message that was returned.

import { maximumFates, type DeliveryNotice, type RecipientFate } from "../model/delivery.js";
import { bareRefusal, type Refusal } from "../model/refusal.js";
import type { Fate, Notice } from "../dsn/notice.js";
import type { Refuser } from "../dsn/refuser.js";
import { linesOf } from "../dsn/quoted-reply.js";
import { linesThatDecided } from "./lines-that-decided.js";
import type { Report } from "./report.js";

export function reportOfNotice({ fates, reportingServer }: Notice): Report | null {
  const [worst] = fates;
  if (worst === undefined) return null;
  const told = fates.slice(0, maximumFates).map(fateOf);
  const said = told[0] ?? fateOf(worst);
  return {
    refused: worst.refuser,
    refusal: worst.event === "failed" || worst.event === "delayed" ? refusalOf(worst, said, fates) : null,
    reportingServer,
    refusingServer: refusingServerOf(worst.refuser, reportingServer),
    notice: { event: worst.event, fates: told, retryUntil: worst.retryUntil } satisfies DeliveryNotice,
  };
}

function refusingServerOf(refuser: Refuser, reportingServer: string | null): string | null {
  switch (refuser.kind) {
    case "remote":
      return refuser.name;
    case "reporter":
      return reportingServer;
    default:
      return null;
  }
}

/** Of several recipients those that had the same fate. */
function refusalOf(
  worst: Fate,
  { code, enhancedCode, lines }: RecipientFate,
  fates: readonly Fate[],
): Refusal {
  const recipients = fates.flatMap(({ event, recipient }) =>
    event === worst.event && recipient !== null ? [recipient] : [],
  );
  return {
    ...bareRefusal,
    stage: worst.stage,
    code,
    enhancedCode,
    lines,
    recipients: [...new Set(recipients)].slice(0, maximumFates),
  };
}

function fateOf({ recipient, event, reply, status, words }: Fate): RecipientFate {
  const isUnfinished = event === "failed" || event === "delayed";
  return {
    recipient: recipient ?? "",
    event,
    code: reply?.code ?? null,
    enhancedCode: reply?.enhancedCode ?? status,
    lines: reply !== null ? linesOf(reply) : isUnfinished ? linesThatDecided(words) : [],
  };
}
