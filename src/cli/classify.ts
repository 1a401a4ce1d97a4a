// `npm run --silent classify`: JSON lines {"id","text","kind"?} in, {"id","category"} out, one by one as a stream
// (DESIGN §6). The decision is the engine's; only lines and exit status are handled here.

import { createInterface } from "node:readline";
import { classify } from "../engine/replies/classify.js";
import type { ReplyKind } from "../engine/replies/reason.js";

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

function answer(line: string): { readonly ok: boolean; readonly json: string } {
  const entry = parseEntry(line);
  if (!entry)
    return { ok: false, json: JSON.stringify({ id: null, error: "not a JSON object with a text" }) };
  return { ok: true, json: JSON.stringify({ id: entry.id, category: classify(entry).reason }) };
}

// The reader went away (`| head`): nothing left to do.
process.stdout.on("error", () => process.exit(0));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === "") continue;
  const { ok, json } = answer(line);
  if (!ok) process.exitCode = 1;
  if (!process.stdout.write(`${json}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  }
}
