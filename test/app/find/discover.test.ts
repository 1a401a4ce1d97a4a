// Discovery as a whole, over sources that answer, answer late, or never.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { budgetMilliseconds, discover, graceMilliseconds } from "../../../src/app/find/discover.js";
import { memoryMilliseconds } from "../../../src/app/find/remembered-look-ups.js";
import type { PublishedServer } from "../../../src/engine/model/published-server.js";
import type { LookUp, LookUpSource, Store } from "../../../src/ports.js";
import { account } from "../../engine/discovery/sample.js";

const server = (host: string): PublishedServer => ({
  host,
  port: 587,
  security: "starttls",
  signIns: ["password"],
  userName: "%EMAILADDRESS%",
  ownNetworkOnly: false,
});
const found = (host: string, vouched = true): LookUp => ({
  result: "found",
  vouched,
  servers: [server(host)],
  pages: [],
});
const none: LookUp = { result: "none", vouched: false, servers: [], pages: [] };
const noAnswer: LookUp = { result: "no-answer", vouched: false, servers: [], pages: [] };

interface Answer {
  readonly lookUp: LookUp;
  readonly after?: number;
}

function ports(answers: Partial<Record<LookUpSource, Answer>>) {
  const asked: string[] = [];
  const kept = new Map<string, string>();
  const session: Store = {
    read: (key) => Promise.resolve(kept.has(key) ? JSON.parse(kept.get(key) ?? "") : undefined),
    write: (key, value) => Promise.resolve(void kept.set(key, JSON.stringify(value))),
    remove: (key) => Promise.resolve(void kept.delete(key)),
  };
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  return {
    asked,
    kept,
    session,
    clock: { now: () => Date.now(), wait },
    discovery: {
      async lookUp(domain: string, source: LookUpSource) {
        asked.push(`${source} ${domain}`);
        const answer = answers[source] ?? { lookUp: none };
        await wait(answer.after ?? 0);
        return answer.lookUp;
      },
    },
  };
}

/** The result and the time it took; time itself does not pass. */
async function timed<Value>(work: Promise<Value>): Promise<readonly [Value, number]> {
  const started = Date.now();
  const ended = work.then((value) => [value, Date.now() - started] as const);
  await vi.advanceTimersByTimeAsync(60_000);
  return ended;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks every source by the domain, mail exchangers before SRV records", async () => {
  const world = ports({});
  await timed(discover(world, account));
  expect(world.asked).toEqual(
    ["policy", "disk", "isp", "database", "mx", "srv"].map((name) => `${name} example.test`),
  );
});

it("puts what is published before guesses, filled in for this account", async () => {
  const [{ candidates }] = await timed(
    discover(ports({ isp: { lookUp: found("out.provider.test") } }), account),
  );
  expect(candidates[0]).toEqual({
    settings: {
      host: "out.provider.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice@example.test",
    },
    source: "isp",
    trust: "published-by-domain",
    ownNetworkOnly: false,
  });
  expect(candidates.map(({ source }) => source)).toContain("guide");
});

it("what only an unvouched answer names is a guess, to be asked about", async () => {
  const [{ candidates }] = await timed(
    discover(ports({ mx: { lookUp: found("out.foreign.test", false) } }), account),
  );
  expect(candidates.find(({ source }) => source === "mx")?.trust).toBe("guess");
});

describe("time", () => {
  it("is that of the slowest source when all answer", async () => {
    const [, took] = await timed(discover(ports({ srv: { lookUp: none, after: 400 } }), account));
    expect(took).toBe(400);
  });

  it("is bounded when nobody answers; the guesses are there", async () => {
    const never = { lookUp: noAnswer, after: 30_000 };
    const world = ports({ isp: never, database: never, mx: never, srv: never });
    const [{ candidates }, took] = await timed(discover(world, account));
    expect([took, candidates.length > 0]).toEqual([budgetMilliseconds, true]);
  });

  it("goes on only a moment after somebody to be believed has answered", async () => {
    const world = ports({
      isp: { lookUp: found("out.provider.test"), after: 100 },
      srv: { lookUp: none, after: 9_000 },
    });
    expect((await timed(discover(world, account)))[1]).toBe(100 + graceMilliseconds);
  });

  it("does not end early for an answer nobody vouches for", async () => {
    const world = ports({
      srv: { lookUp: found("out.foreign.test", false) },
      isp: { lookUp: found("out.provider.test"), after: 3_000 },
    });
    const [{ candidates }] = await timed(discover(world, account));
    expect(candidates[0]?.settings.host).toBe("out.provider.test");
  });
});

it("tells what is known so far each time a source has found something", async () => {
  const sofar: (string | undefined)[] = [];
  const world = ports({
    srv: { lookUp: found("late.test", false), after: 10 },
    isp: { lookUp: found("out.provider.test"), after: 200 },
  });
  const onFound = (candidates: readonly { source: string }[]): void => {
    sofar.push(candidates.map(({ source }) => source).find((source) => source === "isp" || source === "srv"));
  };
  await timed(discover(world, account, { onFound }));
  expect(sofar).toEqual(["srv", "isp"]);
});

describe("memory", () => {
  const answering = { isp: { lookUp: found("out.provider.test") }, srv: { lookUp: noAnswer } };

  it("asks again only who kept silent, and the policy", async () => {
    const world = ports(answering);
    const [first] = await timed(discover(world, account));
    world.asked.length = 0;
    const [second] = await timed(discover(world, account));
    expect(world.asked).toEqual(["policy example.test", "srv example.test"]);
    expect(second.candidates).toEqual(first.candidates);
  });

  it("ends after a quarter of an hour", async () => {
    const world = ports(answering);
    await timed(discover(world, account));
    vi.setSystemTime(Date.now() + memoryMilliseconds);
    world.asked.length = 0;
    await timed(discover(world, account));
    expect(world.asked).toHaveLength(6);
  });

  it("keeps nothing when nothing was found, and never the address", async () => {
    const empty = ports({});
    await timed(discover(empty, account));
    expect(empty.kept.size).toBe(0);
    const world = ports(answering);
    await timed(discover(world, account));
    expect([...world.kept].flat().join()).not.toContain("alice");
  });
});

it("asks only the sources it is told to", async () => {
  const world = ports({});
  await timed(discover(world, account, { sources: ["policy", "disk"] }));
  expect(world.asked).toEqual(["policy example.test", "disk example.test"]);
});
