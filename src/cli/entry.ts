// One line of `npm run --silent classify`: the JSON object in it, and the answer.

import { classify } from "../engine/replies/classify.js";
import { judgeNotice } from "../engine/replies/judge-notice.js";
import type { ReplyKind } from "../engine/model/reason.js";
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
  /** The user's own domains and hosts, for a returned mail. */
  readonly own: readonly string[];
}

function isKind(value: unknown): value is ReplyKind {
  return typeof value === "string" && kinds.includes(value);
}

function parseEntry(line: string): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // No JSON: said to who called.
    return null;
  }
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return null;
  const id = "id" in value ? value.id : null;
  const own = "own" in value ? namesIn(value.own) : [];
  // An unknown kind is no kind: the text has to tell.
  return "kind" in value && isKind(value.kind)
    ? { id, text: value.text, kind: value.kind, own }
    : { id, text: value.text, own };
}

function namesIn(value: unknown): readonly string[] {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.filter((name) => typeof name === "string").map((name) => name.toLowerCase());
}

export type Answer =
  | { readonly id: unknown; readonly category: string }
  | {
      readonly id: unknown;
      readonly category: string;
      /** What has become of the message; `delivered` also where it was passed on without further word. */
      readonly event: "failed" | "delayed" | "delivered" | "none";
      readonly by: "own-server" | "other-server" | "unknown";
    }
  | { readonly id: null; readonly error: "not a JSON object with a text" | "line too long" };

/** Null: a line that was too long to be held. */
export function answerTo(line: Line): Answer {
  if (line === null) return { id: null, error: "line too long" };
  const entry = parseEntry(line);
  if (entry === null) return { id: null, error: "not a JSON object with a text" };
  return entry.kind === "dsn" ? noticeAnswer(entry) : { id: entry.id, category: classify(entry).reason };
}

function noticeAnswer({ id, text, own }: Entry): Answer {
  const { event, by, classification } = judgeNotice(text, own);
  const arrived = event === "relayed" || event === "expanded";
  return { id, category: classification.reason, event: arrived ? "delivered" : event, by };
}
