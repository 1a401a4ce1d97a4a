// The collection of real replies, which is not part of the project: read where it lies beside it.

import { existsSync, readFileSync } from "node:fs";
import type { ReplyKind, ReplyText } from "../../../src/engine/model/reason.js";

export interface Row {
  readonly id: string;
  readonly text: string;
  readonly kind: ReplyKind;
  readonly category: string;
  readonly negative_reason: string | null;
  readonly source: string;
}

const collection = new URL("../../../../shared/data/replies.jsonl", import.meta.url);

/** Empty where the collection is absent; whoever asks says so. */
export const rows: readonly Row[] = existsSync(collection)
  ? readFileSync(collection, "utf8")
      .trim()
      .split("\n")
      .map((line) => asShown(JSON.parse(line) as Row))
  : [];

/** Thunderbird's own sentences are collected from its source, with a place for the server's name. */
function asShown(row: Row): Row {
  return { ...row, text: row.text.replaceAll("%S", "mail.example.com") };
}

export const absent = "../shared/data/replies.jsonl is absent, its figures are skipped\n";

/** A reply as Thunderbird shows it: without three-digit and enhanced codes. */
export function withoutCodes<Some extends Pick<Row, "text" | "kind">>(row: Some): Some {
  if (row.kind !== "smtp-reply") return row;
  const text = row.text.replace(/\b[245]\d\d(?:[- ]|$)/gm, "").replace(/\b[245]\.\d{1,3}\.\d{1,3}\b/g, "");
  return { ...row, text };
}

/** The ways to look at a row that are measured. */
export const views: Readonly<Record<string, (row: Row) => ReplyText | null>> = {
  "as given": ({ text, kind }) => ({ text, kind }),
  "codes stripped": (row) => ({ text: withoutCodes(row).text, kind: row.kind }),
  "not bounces": ({ text, kind }) => (kind === "dsn" ? null : { text, kind }),
  "kind withheld": ({ text }) => ({ text }),
};
