// How long looks at candidates wait for each other: on the clock, not on luck.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CandidateLooks } from "../../../src/app/find/look-at-servers.js";
import type { Candidate, Probe, ProbeAnswer } from "../../../src/engine/model/probe.js";
import { systemClock } from "../../../src/adapters/clock.js";
import { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { candidate } from "../../engine/rules/sample.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const good: ProbeAnswer = { kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null };
const at = (host: string): Candidate => candidate({ host });

const nobody = new FakeThunderbird({ entries: [], identities: [], accounts: [] });

/** Hosts answer after so many milliseconds; those not named never do. */
function looks(after: Readonly<Record<string, number>>): { looks: CandidateLooks; asked: string[] } {
  const asked: string[] = [];
  const look = async ({
    host,
    port,
    security,
  }: Pick<Probe, "host" | "port" | "security">): Promise<Probe> => {
    asked.push(host);
    if (host === "broken") {
      throw new RangeError("ours");
    }
    await new Promise<void>((resolve) => {
      const delay = after[host];
      if (delay !== undefined) {
        setTimeout(resolve, delay);
      }
    });
    return { host, port, security, answer: good, addresses: [] };
  };
  const talk = { look, prove: () => Promise.reject(new Error("no")), end: () => Promise.resolve() };
  const { session, underWay, bugs } = nobody.ports;
  const ports = { talk, clock: systemClock, session, underWay, bugs };
  return { looks: new CandidateLooks(ports, "look"), asked };
}

async function timed<Value>(work: Promise<Value>): Promise<{ value: Value; took: number }> {
  const began = Date.now();
  const done = work.then((value) => ({ value, took: Date.now() - began }));
  await vi.advanceTimersByTimeAsync(60_000);
  return done;
}

it("end at once when all have answered, in the order given", async () => {
  const { value, took } = await timed(looks({ a: 300, b: 100 }).looks.at([at("a"), at("b")]));
  expect(took).toBe(300);
  expect(value.map(({ settings, probe }) => [settings.host, probe?.answer.kind])).toEqual([
    ["a", "answers"],
    ["b", "answers"],
  ]);
});

it("wait for the silent no longer than the head start after the first good answer", async () => {
  const { value, took } = await timed(looks({ a: 200 }).looks.at([at("silent"), at("a")]));
  expect(took).toBe(1_700);
  expect(value.map(({ probe }) => probe?.answer.kind)).toEqual([undefined, "answers"]);
});

it("do not wait a second time for who has been silent, but give a newcomer its time", async () => {
  const { looks: some, asked } = looks({ a: 100, late: 1_000 });
  void some.at([at("silent"), at("a")]);
  await vi.advanceTimersByTimeAsync(2_000);
  const again = await timed(some.at([at("silent"), at("a")]));
  expect(again.took).toBe(0);
  const { value, took } = await timed(some.at([at("late"), at("silent"), at("a")]));
  expect(took).toBe(1_000);
  expect(value[0]?.probe?.answer.kind).toBe("answers");
  expect(asked).toEqual(["silent", "a", "late"]);
});

it("offer what has answered well by a certain time, while the silent are still waited for", async () => {
  const { looks: some } = looks({ a: 200 });
  const waiting = some.at([at("silent"), at("a")]);
  await vi.advanceTimersByTimeAsync(199);
  expect(some.sofar([at("silent"), at("a")]).map(({ probe }) => probe)).toEqual([null, null]);
  await vi.advanceTimersByTimeAsync(1);
  await some.anyGood;
  expect(some.sofar([at("silent"), at("a")]).map(({ probe }) => probe?.answer.kind)).toEqual([
    undefined,
    "answers",
  ]);
  await timed(waiting);
});

it("go on where one breaks, and the mistake is told", async () => {
  const { value } = await timed(looks({ a: 100 }).looks.at([at("broken"), at("a")]));
  expect(value.map(({ probe }) => probe?.answer.kind)).toEqual([undefined, "answers"]);
  expect(nobody.bugsSaid.map(({ where }) => where)).toEqual(["looking at a server"]);
});
