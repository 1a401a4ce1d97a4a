// What both builds are asked: the collections beside the project where they are, else the sentences that our patterns
// were written for; the saved cases.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readEvidence } from "../../../src/cli/evidence-file.js";
import { mailIn } from "../../../src/engine/dsn/raw-mail.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";
import type { NoticeMail } from "../../../src/engine/model/returned-mail.js";
import { quoted } from "../../engine/replies/quoted.js";

const data = join("..", "shared", "data");
const bounces = join(data, "servers", "bounces");
export const absent = [
  "replies.jsonl",
  "reports.jsonl",
  "servers/replies.jsonl",
  "servers/bounces",
  "stories",
]
  .map((name) => join(data, name))
  .filter((path) => !existsSync(path));

const collected = ["replies.jsonl", "reports.jsonl", "servers/replies.jsonl"].flatMap((name) =>
  textOf(join(data, name))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ReplyText),
);
const sources = existsSync(bounces) ? readdirSync(bounces).map((name) => textOf(join(bounces, name))) : [];

export const known: readonly ReplyText[] = quoted.map(({ said }) => ({ text: said, kind: "smtp-reply" }));
export const replies = collected.filter(({ kind }) => kind !== "dsn");
/** No word that anybody knows, the shape and the codes of the others. */
export const unknown = [...known, ...replies].map((reply) => ({
  ...reply,
  text: reply.text.replaceAll(/\p{L}+/gu, (word) => Array.from(word).reverse().join("")),
}));
export const excerpts = collected.filter(({ kind }) => kind === "dsn");
export const returned: readonly ReplyText[] = sources.map((text) => ({ text, kind: "dsn" }));
export const mails: readonly NoticeMail[] = sources.flatMap((source) => mailIn(source) ?? []);

export const cases: readonly Evidence[] = [
  ...filesIn(join("test", "cases")).map((name) => textOf(join("test", "cases", name, "evidence.json"))),
  ...filesIn(join(data, "stories")).map((name) => {
    const story = JSON.parse(textOf(join(data, "stories", name))) as { evidence: unknown };
    return JSON.stringify(story.evidence);
  }),
].flatMap((text) => {
  const read = readEvidence(text);
  return read.kind === "evidence" ? [read.evidence] : [];
});

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
