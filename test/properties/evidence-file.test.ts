// Reports that somebody else wrote, and the lines that the command line reads them in.

import fc from "fast-check";
import { expect } from "vitest";
import { answerTo } from "../../src/cli/entry.js";
import { readEvidence } from "../../src/cli/evidence-file.js";
import { linesOf, type Line } from "../../src/cli/lines.js";
import { reasons } from "../../src/engine/model/reason.js";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import { anyEvidence } from "../engine/any-evidence.js";
import { growsWithItsInput } from "./growth.js";
import { cuts, hostileOctets, hostileText, inPieces } from "./hostile-text.js";
import { property } from "./property.js";

property(
  "evidence file",
  "anything at all is read or refused",
  hostileText('{"sender":{"identityId":"id1"}}', "Relay Doctor\n\n{}"),
  (text) => {
    expect(["evidence", "unusable"]).toContain(readEvidence(text).kind);
  },
);

property("evidence file", "comes back as it was written", anyEvidence, (evidence) => {
  const written = JSON.stringify(evidence);
  expect(readEvidence(`A head.\nTwo lines {x}.\n\n${written}\n`)).toEqual({ kind: "evidence", evidence });
});

/** Every place in a value of JSON, as the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, one]) => places(one, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) {
    return by;
  }
  const inner = (value as Record<string, unknown>)[key];
  return Array.isArray(value)
    ? (value as readonly unknown[]).map((one, index) =>
        String(index) === key ? replaced(one, rest, by) : one,
      )
    : { ...(value as object), [key]: replaced(inner, rest, by) };
}

property(
  "evidence file",
  "whatever is accepted can be judged",
  fc.tuple(
    anyEvidence,
    fc.nat(),
    fc.oneof(fc.jsonValue(), hostileText(), fc.constantFrom(0, -1, 1e308, "", null)),
  ),
  ([evidence, at, value]) => {
    const all = places(evidence);
    const read = readEvidence(JSON.stringify(replaced(evidence, all[at % all.length] ?? [], value)));
    if (read.kind === "evidence") {
      const failed = diagnose(read.evidence).findings.filter(
        (finding) => finding.verdict === "skipped" && finding.missing === "rule-failed",
      );
      expect(failed).toEqual([]);
    }
  },
);

growsWithItsInput("evidence file", readEvidence);

async function linesIn(pieces: readonly Uint8Array[], maximumLength: number): Promise<readonly Line[]> {
  // eslint-disable-next-line @typescript-eslint/require-await -- a stream whose chunks are at hand
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* pieces;
  }
  const lines: Line[] = [];
  for await (const line of linesOf(chunks(), maximumLength)) {
    lines.push(line);
  }
  return lines;
}

property(
  "lines",
  "in any pieces as in one, none longer than asked for",
  fc.tuple(hostileOctets('{"id":1,"text":"550 no"}\n{"id":2,"text":"x"}\r\n'), cuts, fc.nat({ max: 60 })),
  async ([octets, at, most]) => {
    const lines = await linesIn([octets], most);
    expect(await linesIn(inPieces(octets, at), most)).toEqual(lines);
    expect(lines.filter((line) => (line?.length ?? 0) > most)).toEqual([]);
  },
);

property("lines", "are those of the text", hostileText('{"id":1}\n\n{"id":2}'), async (text) => {
  const octets = new TextEncoder().encode(text);
  const whole = new TextDecoder().decode(octets);
  const lines = whole.split("\n").map((line) => line.replace(/\r$/, ""));
  const isEnded = whole === "" || whole.endsWith("\n");
  expect(await linesIn([octets], text.length)).toEqual(isEnded ? lines.slice(0, -1) : lines);
});

const entry = fc.record(
  {
    id: fc.jsonValue(),
    text: fc.oneof(fc.jsonValue(), hostileText()),
    kind: fc.oneof(fc.jsonValue(), fc.constant("dsn")),
  },
  { requiredKeys: [] },
);
property(
  "line of replies",
  "is answered with a category, or said to be none",
  fc.oneof(
    hostileText('{"id":1,"text":"550 no"}'),
    fc.oneof(entry, fc.jsonValue()).map((value) => JSON.stringify(value)),
  ),
  (line) => {
    const answer = answerTo(line);
    if ("error" in answer) {
      expect(answer).toEqual({ id: null, error: "not a JSON object with a text" });
    } else {
      expect(reasons).toContain(answer.category);
      expect(answer.id).toEqual((JSON.parse(line) as { id?: unknown }).id ?? null);
    }
  },
);
