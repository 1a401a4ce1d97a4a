// What many who ask at once cost the servers: on the clock, not on luck.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../../../src/adapters/clock.js";
import { sharedLooks } from "../../../src/app/find/shared-looks.js";
import type { Endpoint, ProbeAnswer } from "../../../src/engine/model/probe.js";
import type { ServerTalk } from "../../../src/ports.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const good: ProbeAnswer = { kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null };
const at = (host: string, port = 587): Endpoint => ({ host, port, security: "starttls" });

interface Lab {
  readonly talk: ServerTalk;
  /** "host:port" of every connection, in order. */
  readonly connections: string[];
  readonly ended: string[];
  readonly mostAtOnce: Map<string, number>;
}

/** Every server answers after so many milliseconds; null: never. */
function lab(milliseconds: number | null, answer: ProbeAnswer = good): Lab {
  const connections: string[] = [];
  const ended: string[] = [];
  const open = new Map<string, number>();
  const mostAtOnce = new Map<string, number>();
  const talk: ServerTalk = {
    async look(endpoint) {
      const { host, port } = endpoint;
      connections.push(`${host}:${String(port)}`);
      const now = (open.get(host) ?? 0) + 1;
      open.set(host, now);
      mostAtOnce.set(host, Math.max(now, mostAtOnce.get(host) ?? 0));
      await new Promise<void>((resolve) => {
        if (milliseconds !== null) {
          setTimeout(resolve, milliseconds);
        }
      });
      open.set(host, now - 1);
      return { ...endpoint, answer, addresses: [] };
    },
    prove: () => Promise.reject(new Error("nothing is proven here")),
    end: async (operationId) => {
      ended.push(operationId);
      return Promise.resolve();
    },
  };
  return { talk: sharedLooks(talk, systemClock), connections, ended, mostAtOnce };
}

it("sixty accounts at two hosts cost one connection for each endpoint", async () => {
  const { talk, connections } = lab(100);
  const asked = Array.from({ length: 60 }, async (_, number) =>
    talk.look(
      at(number % 2 === 0 ? "a.example" : "B.example", number % 4 < 2 ? 587 : 465),
      null,
      `case-${String(number)}`,
    ),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  const answers = await Promise.all(asked);
  expect(answers.map((probe) => probe?.answer.kind)).toEqual(answers.map(() => "answers"));
  expect([...connections].sort()).toEqual([
    "B.example:465",
    "B.example:587",
    "a.example:465",
    "a.example:587",
  ]);
});

it("at most two connections at a time to one host, whatever is asked there", async () => {
  const { talk, connections, mostAtOnce } = lab(300);
  const asked = [25, 465, 587, 2525, 2587].map(async (port) => talk.look(at("a.example", port), null, "one"));
  await vi.advanceTimersByTimeAsync(2_000);
  await Promise.all(asked);
  expect(connections).toHaveLength(5);
  expect(mostAtOnce.get("a.example")).toBe(2);
});

it("a silent port gives its place up after a second", async () => {
  const { talk, connections } = lab(null);
  for (const port of [25, 587, 465]) {
    void talk.look(at("a.example", port), null, "one");
  }
  await vi.advanceTimersByTimeAsync(900);
  expect(connections).toEqual(["a.example:25", "a.example:587"]);
  await vi.advanceTimersByTimeAsync(200);
  expect(connections).toHaveLength(3);
});

it("who cancels gets nothing, and takes nobody's answer away", async () => {
  const { talk, connections } = lab(500);
  const [cancelled, other] = [
    talk.look(at("a.example"), null, "one"),
    talk.look(at("a.example"), null, "two"),
  ];
  await vi.advanceTimersByTimeAsync(100);
  await talk.end("one");
  expect(await cancelled).toBeNull();
  await vi.advanceTimersByTimeAsync(500);
  expect((await other)?.answer).toEqual(good);
  expect(connections).toHaveLength(1);
});

it("a look that nobody waits for any more is closed, and one that waits for its turn never begins", async () => {
  const { talk, connections, ended } = lab(null);
  const waiting = [587, 465, 25].map(async (port) => talk.look(at("a.example", port), null, "one"));
  await vi.advanceTimersByTimeAsync(100);
  await talk.end("one");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await Promise.all(waiting)).toEqual([null, null, null]);
  expect(connections).toEqual(["a.example:587", "a.example:465"]);
  expect(ended.filter((id) => id.startsWith("shared-look-"))).not.toHaveLength(0);
});

it("a server that has just answered is not asked the same again; one that was busy is", async () => {
  for (const [answer, expected] of [
    [good, 1],
    [{ kind: "turned-away", code: 421, lines: [] } as const, 2],
  ] as const) {
    const { talk, connections } = lab(10, answer);
    void talk.look(at("a.example"), null, "one");
    await vi.advanceTimersByTimeAsync(100);
    void talk.look(at("a.example"), null, "two");
    await vi.advanceTimersByTimeAsync(100);
    expect(connections).toHaveLength(expected);
    await vi.advanceTimersByTimeAsync(10_000);
    void talk.look(at("a.example"), null, "three");
    await vi.advanceTimersByTimeAsync(0);
    expect(connections).toHaveLength(expected + 1);
  }
});

it("senders of one domain share the question whether mail is taken from here, not whether an address is hosted", async () => {
  const { talk, connections } = lab(10);
  const outside = "postmaster@example.com";
  for (const from of ["a@one.example", "b@one.example", "c@two.example"]) {
    void talk.look(at("a.example"), { from, to: outside }, from);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(connections).toHaveLength(2);
  for (const address of ["a@one.example", "b@one.example"]) {
    void talk.look(at("b.example"), { from: address, to: address }, address);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(connections.filter((place) => place.startsWith("b."))).toHaveLength(2);
});
