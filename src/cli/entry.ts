// One line of `npm run --silent classify`: the JSON object in it, and the answer.

import { classify } from "../engine/replies/classify.js";
import type { ReplyKind } from "../engine/replies/reason.js";
import type { Line } from "./lines.js";

const kinds: readonly string[] = [
  "smtp-reply",
  "dsn",
  "log",
  "client-dialog",
  "webmail",
] satisfies ReplyKind[];

interface Entry {
  readonly id: unknown;
  readonly text: string;
  readonly kind?: ReplyKind;
}

function isKind(value: unknown): value is ReplyKind {
  return typeof value === "string" && kinds.includes(value);
}

function parseEntry(line: string): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return null;
  const id = "id" in value ? value.id : null;
  // An unknown kind is no kind: the text has to tell.
  return "kind" in value && isKind(value.kind)
    ? { id, text: value.text, kind: value.kind }
    : { id, text: value.text };
}

export type Answer =
  | { readonly id: unknown; readonly category: string }
  | { readonly id: null; readonly error: "not a JSON object with a text" | "line too long" };

/** Null: a line that was too long to be held. */
export function answerTo(line: Line): Answer {
  if (line === null) return { id: null, error: "line too long" };
  const entry = parseEntry(line);
  return entry
    ? { id: entry.id, category: classify(entry).reason }
    : { id: null, error: "not a JSON object with a text" };
}
