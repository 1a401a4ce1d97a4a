import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../src/engine/smtp/limits.js";
import { ReplyReader, type Reply } from "../../../src/engine/smtp/reply.js";
import type { ProtocolFault } from "../../../src/engine/smtp/session.js";
import { encodeText } from "../../../src/engine/octets/text.js";

type Taken = Reply | ProtocolFault | null;

/** Everything that can be taken, stopping at a fault, when the octets arrive in pieces of that size. */
function read(bytes: Uint8Array, pieces: number = bytes.length || 1): readonly Taken[] {
  const reader = new ReplyReader();
  const all: Taken[] = [];
  for (let at = 0; at < bytes.length; at += pieces) {
    reader.feed(bytes.slice(at, at + pieces));
    for (let taken = reader.take(); taken !== null; taken = reader.take()) {
      all.push(taken);
      if (taken.kind !== "reply") {
        return all;
      }
    }
  }
  return all;
}

const readText = (text: string): Taken => read(encodeText(text))[0] ?? null;

describe("a reply", () => {
  it("of several lines is one, with the codes taken off", () => {
    expect(readText("550-5.7.1 first\r\n550-5.7.1 second\r\n550 5.7.1 third\r\n")).toEqual({
      kind: "reply",
      code: 550,
      enhancedCode: "5.7.1",
      lines: ["first", "second", "third"],
      raw: ["550-5.7.1 first", "550-5.7.1 second", "550 5.7.1 third"],
    });
  });

  it.each([
    ["550\r\n", 550, [""]],
    ["250 \r\n", 250, [""]],
    ["250-one\n250 two\n", 250, ["one", "two"]],
    ["250-one\r\n550 two\r\n", 550, ["one", "two"]],
  ])("may be as sloppy as %j", (text, code, lines) => {
    expect(readText(text)).toMatchObject({ code, lines });
  });

  it.each([
    ["550 5.7.1 no\r\n", "5.7.1"],
    ["550 5.7.1\r\n", "5.7.1"],
    ["550 2.0.0 contradiction\r\n", null],
    ["550 5.7.1234 no such code\r\n", null],
    ["550 because of 5.7.1\r\n", null],
    ["334 VXNlcm5hbWU6\r\n", null],
  ])("%j has the enhanced code %j", (text, enhancedCode) => {
    expect(readText(text)).toMatchObject({ enhancedCode });
  });

  it.each([
    "hello\r\n",
    "2200 x\r\n",
    "250x\r\n",
    "\r\n",
    " 250 x\r\n",
    "650 x\r\n",
    "150 x\r\n",
    "25\r\n",
    "235\r\n",
    "250-a\r\n250\r\n",
  ])("is not %j", (text) => {
    expect(readText(text)).toMatchObject({ kind: "malformed" });
  });

  it("keeps a carriage return that ends no line, so that nothing is read other than it came", () => {
    expect(readText("250 one\rtwo\r\n")).toMatchObject({ raw: ["250 one\rtwo"] });
  });

  it("that has not ended is not there yet", () => {
    for (const text of ["", "2", "250", "250 ok", "250 ok\r", "250-more\r\n", "250-more\r\n250"]) {
      expect(readText(text)).toBeNull();
    }
  });
});

describe("the limits", () => {
  it("stop a line without an end, before it is held in memory", () => {
    const reader = new ReplyReader();
    reader.feed(new Uint8Array(limits.line).fill(0x35));
    expect(reader.take()).toBeNull();
    reader.feed(new Uint8Array(1).fill(0x35));
    expect(reader.take()).toEqual({ kind: "limit", limit: "line" });
    expect(readText(`250 ${"x".repeat(limits.line)}\r\n`)).toEqual({ kind: "limit", limit: "line" });
  });

  it("stop a reply without an end, by its lines", () => {
    const taken = read(encodeText("250-x\r\n".repeat(limits.lines + 1)));
    expect(taken).toEqual([{ kind: "limit", limit: "lines" }]);
  });

  it("stop a reply without an end, by its octets", () => {
    const line = `250-${"x".repeat(4000)}\r\n`;
    const taken = read(encodeText(line.repeat(Math.ceil(limits.reply / line.length) + 1)));
    expect(taken).toEqual([{ kind: "limit", limit: "reply" }]);
  });

  it("let through the most that is allowed", () => {
    const lines = "250-x\r\n".repeat(limits.lines - 1);
    expect(readText(`${lines}250 ${"x".repeat(limits.line - 5)}\r\n`)).toMatchObject({ kind: "reply" });
  });
});

const text = fc.string({ unit: fc.constantFrom(...Array.from("ab5. -é\u202e😀\0")), maxLength: 30 });
const wholeReply = fc
  .tuple(fc.integer({ min: 200, max: 599 }), fc.array(text, { minLength: 1, maxLength: 5 }))
  .map(([code, texts]) =>
    texts.map((line, at) => `${String(code)}${at === texts.length - 1 ? " " : "-"}${line}\r\n`).join(""),
  );

describe("in whatever pieces it arrives", () => {
  it("a dialogue reads the same", () => {
    fc.assert(
      fc.property(
        fc.array(wholeReply, { maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (replies, pieces) => {
          const bytes = encodeText(replies.join(""));
          const whole = read(bytes);
          expect(whole).toHaveLength(replies.length);
          expect(whole.every((taken) => taken?.kind === "reply")).toBe(true);
          expect(read(bytes, pieces)).toEqual(whole);
        },
      ),
    );
  });

  it("rubbish reads the same, and never throws", () => {
    const rubbish = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...Array.from("25-0 \r\nx")), maxLength: 300 }).map(encodeText),
    );
    fc.assert(
      fc.property(rubbish, fc.integer({ min: 1, max: 20 }), (bytes, pieces) => {
        expect(read(bytes, pieces)).toEqual(read(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it("what was split at every octet reads the same", () => {
    const bytes = encodeText("220-mail.example.com\r\n220 ESMTP é\r\n550 5.7.1 relay not permitted\r\n");
    const whole = read(bytes);
    for (let at = 1; at < bytes.length; at++) {
      const reader = new ReplyReader();
      const all: Taken[] = [];
      for (const piece of [bytes.slice(0, at), bytes.slice(at)]) {
        reader.feed(piece);
        for (let taken = reader.take(); taken !== null; taken = reader.take()) {
          all.push(taken);
        }
      }
      expect(all).toEqual(whole);
    }
  });
});
