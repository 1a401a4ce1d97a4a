// A byte stream becomes lines wherever its chunks are cut, and a line without end costs no memory.

import fc from "fast-check";
import { expect, it } from "vitest";
import { linesOf } from "../../src/cli/lines.js";
import type { Line } from "../../src/cli/lines.js";

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, size = 7, maximum = 1000): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(cut(new TextEncoder().encode(text), size), maximum)) lines.push(line);
  return lines;
}

it.each([
  ["LF and CRLF", "a\nb\r\nc\n", ["a", "b", "c"]],
  ["no end of the last line", "a\nb", ["a", "b"]],
  ["a byte order mark", "\ufeffa\nb\n", ["a", "b"]],
  ["empty lines", "\n\na\n", ["", "", "a"]],
  ["letters of several bytes", "中継が拒否\n🙂\n", ["中継が拒否", "🙂"]],
  ["nothing", "", []],
])("%s", async (_, text, lines) => {
  for (const size of [1, 2, 3, 1000]) expect(await read(text, size)).toEqual(lines);
});

it("a line that is too long is told, and those around it are read", async () => {
  expect(await read(`a\n${"x".repeat(5000)}\nb\n${"y".repeat(5000)}`)).toEqual(["a", null, "b", null]);
});

it("any text comes out as it went in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "grapheme" }).filter((line) => !/[\r\n\ufeff]/.test(line))),
      fc.integer({ min: 1, max: 20 }),
      async (lines, size) => {
        expect(await read(lines.map((line) => `${line}\n`).join(""), size)).toEqual(lines);
      },
    ),
  );
});
