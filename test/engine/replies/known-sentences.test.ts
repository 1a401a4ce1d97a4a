// What programs and providers are known to say, written down apart from the patterns (test/fixtures/replies).

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import { withoutCodes } from "./collection.js";
import type { ReplyKind } from "../../../src/engine/model/reason.js";

const [, ...lines] = readFileSync(
  new URL("../../fixtures/replies/known-sentences.tsv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n");
const sentences = lines.map((line) => {
  const [meaning = "", kind = "", said = ""] = line.split("\t");
  return { meaning, kind: kind as ReplyKind, said: said.replaceAll("\\n", "\n") };
});

describe("a sentence that is known", () => {
  it.each(sentences)("means $meaning: $said", ({ meaning, kind, said }) => {
    const { reason, subReason } = classify({ text: said, kind });
    expect(subReason ?? reason).toBe(meaning);
  });

  const bareReplies = sentences.filter(({ kind }) => kind === "smtp-reply");
  it.each(bareReplies)("is the same kind of cause without codes: $said", ({ meaning, kind, said }) => {
    const { text } = withoutCodes({ text: said, kind });
    const { reason } = classify({ text, kind });
    const wanted = classify({ text: said, kind }).reason;
    expect(reason, meaning).toBe(wanted);
  });
});
