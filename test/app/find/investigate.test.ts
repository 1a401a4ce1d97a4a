// Asking servers: whom, how long, once, and how it is stopped.

import { describe, expect, it } from "vitest";
import { findCase, readCases, type Case } from "../../../src/app/case/case-file.js";
import { investigated, offered, resume, stopAsking } from "../../../src/app/find/investigate.js";
import { writeOptions } from "../../../src/app/find/options.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import type { ProbeAnswer } from "../../../src/engine/model/probe.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { failedSend, profile, relayDenied, thunderbird } from "../profile.js";

const id = "window-7";
const good: ProbeAnswer = { kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null };
const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function caseOf(fake: FakeThunderbird): Promise<Case> {
  const entry = await findCase(fake.session, id);
  if (entry === null) throw new Error("There is no case.");
  return entry;
}

/** Which waits the clock was asked for, in order; who waits is woken by the test. */
function byHand(fake: FakeThunderbird): { readonly asked: number[]; readonly pass: (upTo: number) => void } {
  const asked: number[] = [];
  const waiting: { readonly milliseconds: number; readonly wake: () => void }[] = [];
  fake.ports.clock.wait = async (milliseconds) => {
    asked.push(milliseconds);
    return new Promise((wake) => waiting.push({ milliseconds, wake }));
  };
  return {
    asked,
    pass: (upTo) => {
      for (const one of waiting.filter(({ milliseconds }) => milliseconds <= upTo)) {
        one.wake();
      }
    },
  };
}

describe("how long the server in use is waited for before others are asked", () => {
  async function firstWait(refusal: Refusal): Promise<number | undefined> {
    const fake = thunderbird();
    const { asked } = byHand(fake);
    fake.look = async () => new Promise<null>(() => undefined);
    await noticeFailedSend(fake.ports, { ...failedSend(), refusal });
    await turn();
    return asked[0];
  }

  it.each([
    ["where it has just refused", relayDenied, 700],
    ["where Thunderbird has just given it up", { ...relayDenied, fault: "timeout" } as const, 150],
    ["where it was not reached", { ...relayDenied, fault: "unreachable" } as const, 150],
  ])("%s", async (_, refusal, milliseconds) => {
    expect(await firstWait(refusal)).toBe(milliseconds);
  });
});

it("a server that says nothing is called silent, on the port that was asked, and others are offered", async () => {
  const fake = thunderbird();
  fake.look = (_, port) => (port === 25 ? new Promise<null>(() => undefined) : good);
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  const { evidence, state, diagnosis } = await caseOf(fake);
  expect(evidence.probe).toEqual({
    host: "mail.example.test",
    port: 25,
    security: "none",
    answer: { kind: "silent" },
    addresses: [],
  });
  expect(state).toBe("problem");
  expect(diagnosis.plan?.settings).toMatchObject({ port: 587 });
});

it("what is good is offered while others are still being asked", async () => {
  const fake = thunderbird();
  fake.look = (_, port) => (port === 465 ? new Promise<null>(() => undefined) : good);
  const { pass } = byHand(fake);
  await noticeFailedSend(fake.ports, failedSend());
  const clickable = offered(fake.ports, id);
  for (let turns = 0; turns < 20; turns += 1) {
    await turn();
    pass(250);
  }
  await clickable;
  const early = await caseOf(fake);
  expect([early.state, early.gathering]).toEqual(["problem", true]);
  expect(early.evidence.candidates.some(({ probe }) => probe?.answer.kind === "answers")).toBe(true);
  for (let turns = 0; turns < 20; turns += 1) {
    await turn();
    pass(10_000);
  }
  await investigated(fake.ports, id);
  expect((await caseOf(fake)).gathering).toBe(false);
});

it("an offer that could not be written down keeps the end from nobody", async () => {
  const fake = thunderbird();
  fake.look = (_, port) => (port === 465 ? new Promise<null>(() => undefined) : good);
  const { pass } = byHand(fake);
  await noticeFailedSend(fake.ports, failedSend());
  const write = fake.session.write.bind(fake.session);
  let refused = 0;
  fake.session.write = async (key, value) => {
    refused += 1;
    return refused === 1 ? Promise.reject(new Error("the store is full")) : write(key, value);
  };
  for (let turns = 0; turns < 40; turns += 1) {
    await turn();
    pass(10_000);
  }
  await investigated(fake.ports, id);
  expect(refused).toBeGreaterThan(1);
  expect(await caseOf(fake)).toMatchObject({ state: "problem", gathering: false });
  expect(fake.bugsSaid.map(({ where }) => where)).toContain("asking servers");
});

describe("asking", () => {
  it("is not begun twice for the same, and is over once it has ended", async () => {
    const fake = thunderbird();
    const later = answerLater<ProbeAnswer>();
    let looks = 0;
    fake.look = (_, port) => {
      looks += port === 25 ? 1 : 0;
      return later.promise;
    };
    await noticeFailedSend(fake.ports, failedSend());
    resume(fake.ports, await readCases(fake.session));
    resume(fake.ports, await readCases(fake.session));
    later.resolve(good);
    await investigated(fake.ports, id);
    expect(looks).toBe(1);
    expect(fake.ports.underWay.asking.size).toBe(0);
    resume(fake.ports, await readCases(fake.session));
    expect(fake.ports.underWay.asking.size).toBe(0);
  });

  it("ends its operation, also where it breaks, which is told", async () => {
    const fake = thunderbird();
    fake.ports.talk.look = async () => Promise.reject(new RangeError("ours"));
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, id);
    expect(fake.bugsSaid.map(({ where }) => where)).toContain("asking servers");
    expect(fake.ended).toContainEqual(expect.stringMatching(/^look-window-7-\d+$/));
    expect(await caseOf(fake)).toMatchObject({ state: "problem", gathering: false });
  });

  it("offline asks nobody, and leaves what is known", async () => {
    const fake = thunderbird();
    fake.offline = true;
    fake.look = null;
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, id);
    expect(await caseOf(fake)).toMatchObject({ gathering: false, evidence: { probe: null, candidates: [] } });
    expect(fake.bugsSaid).toEqual([]);
  });

  it("is stopped at the click: the connections are closed, the verdict is what is known, a late answer is none", async () => {
    const fake = thunderbird();
    const later = answerLater<ProbeAnswer>();
    fake.look = () => later.promise;
    await noticeFailedSend(fake.ports, failedSend());
    await turn();
    await stopAsking(fake.ports, id);
    expect(fake.ended).toContainEqual(expect.stringMatching(/^look-window-7-/));
    expect(await caseOf(fake)).toMatchObject({ state: "problem", gathering: false });
    const { evidence } = await caseOf(fake);
    later.resolve({ kind: "turned-away", code: 554, lines: ["no"] });
    await investigated(fake.ports, id);
    expect((await caseOf(fake)).gathering).toBe(false);
    await stopAsking(fake.ports, "nobody");
    expect(evidence.probe).toBeNull();
  });

  it("of nobody goes on at once", async () => {
    const fake = thunderbird();
    await investigated(fake.ports, "nobody");
    await offered(fake.ports, "nobody");
    resume(fake.ports, []);
    expect(fake.ports.underWay.asking.size).toBe(0);
  });
});

it("on shared hosting the real name is found in the certificate, by the machine it leads to", async () => {
  const fake = thunderbird({
    ...profile,
    entries: profile.entries.map((one) =>
      one.id === "smtp1"
        ? { ...one, port: 587, security: "starttls" as const, signIn: "password" as const }
        : one,
    ),
  });
  fake.look = (host) =>
    host === "host7.provider.test"
      ? good
      : { kind: "certificate", reason: "other-name", names: ["host7.provider.test"] };
  await noticeFailedSend(fake.ports, {
    ...failedSend(),
    refusal: {
      ...relayDenied,
      stage: "connect",
      code: null,
      lines: [],
      fault: "certificate",
    },
  });
  await investigated(fake.ports, id);
  const { candidates } = (await caseOf(fake)).evidence;
  expect(candidates[0]).toMatchObject({
    source: "certificate",
    settings: { host: "host7.provider.test", port: 587, userName: "alice@example.test" },
    probe: { answer: { kind: "answers" } },
  });
});

it("nothing is looked up that the user has switched off while the server in use was waited for", async () => {
  const fake = thunderbird();
  const server = answerLater<ProbeAnswer>();
  const time = answerLater<null>();
  const { wait } = fake.ports.clock;
  fake.ports.clock.wait = async (milliseconds) => time.promise.then(async () => wait(milliseconds));
  fake.look = (_, port) => (port === 25 ? server.promise : good);
  const asked: string[] = [];
  fake.lookUp = (_, source) => {
    asked.push(source);
    return { result: "none", vouched: false, servers: [], pages: [] };
  };
  await noticeFailedSend(fake.ports, failedSend());
  await turn();
  await writeOptions(fake.ports, { lookUpSettings: false });
  time.resolve(null);
  server.resolve(good);
  await investigated(fake.ports, id);
  expect(asked).toEqual(["policy", "disk"]);
});
