// `npm run --silent classify`: JSON lines {"id","text","kind"?} in, {"id","category"} out, one by one as a stream
// (DESIGN §6). The decision is the engine's; only lines and exit status are handled here. A line that is no such object
// is answered {"id":null,"error"} in its place, and the exit status is 1; an empty line is no line.

import { classify } from "../engine/replies/classify.js";
import type { ReplyKind } from "../engine/replies/reason.js";
import { linesOf } from "./lines.js";
import type { Line } from "./lines.js";

/** A megabyte of text fits, even with every letter escaped; memory stays bounded whatever comes. */
const maximumLineLength = 8 << 20;

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

type Answer =
  | { readonly id: unknown; readonly category: string }
  | { readonly id: null; readonly error: "not a JSON object with a text" | "line too long" };

function answer(line: Line): Answer {
  if (line === null) return { id: null, error: "line too long" };
  const entry = parseEntry(line);
  return entry
    ? { id: entry.id, category: classify(entry).reason }
    : { id: null, error: "not a JSON object with a text" };
}

// The reader went away (`| head`): nothing left to do.
process.stdout.on("error", () => process.exit(0));

for await (const line of linesOf(process.stdin as AsyncIterable<Uint8Array>, maximumLineLength)) {
  if (line?.trim() === "") continue;
  const answered = answer(line);
  if ("error" in answered) process.exitCode = 1;
  // A slow reader slows the reading down.
  if (!process.stdout.write(`${JSON.stringify(answered)}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  }
}
