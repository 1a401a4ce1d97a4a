// Reads a saved report: the evidence as JSON (engine/model/evidence.ts), with or without the head for people that
// "Copy report" puts above it. Somebody else wrote the file: it is checked to the last field before a rule sees it.

import { evidence, type Evidence } from "../engine/model/evidence.js";
import { isRecord, misfit } from "./fits.js";

export type EvidenceFile =
  | { readonly kind: "evidence"; readonly evidence: Evidence }
  | { readonly kind: "unusable"; readonly because: string };

/** More than any report has; a rule need not read a mailbox given by mistake. */
const maximumLength = 1_000_000;

/** Reports from before servers were looked at say nothing of them. */
const sinceThen = { probe: null, candidates: [] };

export function readEvidence(text: string): EvidenceFile {
  if (text.length > maximumLength) {
    return { kind: "unusable", because: "too large for a report" };
  }
  const start = /^\uFEFF?\s*\{/.test(text) ? text.indexOf("{") : text.search(/^\{/m);
  let value: unknown;
  try {
    value = JSON.parse(text.slice(Math.max(start, 0)));
  } catch {
    // JSON.parse
    return { kind: "unusable", because: "no JSON object: neither evidence nor a copied report" };
  }
  const whole = isRecord(value) ? { ...sinceThen, ...value } : value;
  const wrong = misfit(evidence, whole);
  return wrong === null
    ? { kind: "evidence", evidence: whole as Evidence }
    : { kind: "unusable", because: `not evidence: ${wrong}` };
}
