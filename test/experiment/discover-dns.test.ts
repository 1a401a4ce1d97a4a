// Thunderbird's resolver is one worker with one look-up at a time: a silent name server must not hold anybody up, nor be asked
// more while it is silent.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { prepareProgram } from "./program.js";
import { resetWeb, web, webParts } from "./web.js";

prepareProgram(webParts);
const { mailExchanger, srvRecords } =
  await import("../../src/experiment/outgoingServers/parent/discover-dns.js");

beforeEach(() => {
  resetWeb();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("a look-up that is not answered in four seconds is no answer, and until it ends nobody asks again", async () => {
  expect(await mailExchanger("in-time.example")).toBe("");
  web.recordsAsked.length = 0;
  let end: (error: Error) => void = () => undefined;
  web.records.set("slow.example.", new Promise<never>((_, reject) => (end = reject)));
  const looking = mailExchanger("slow.example");
  let answer: unknown = "waiting";
  void looking.then((found) => (answer = found));
  await vi.advanceTimersByTimeAsync(3_999);
  expect(answer).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1);
  expect(answer).toBeNull();

  web.records.set("fast.example.", [{ prio: 1, host: "mx.fast.example" }]);
  expect(await mailExchanger("fast.example")).toBeNull();
  expect(await srvRecords("_submission._tcp.fast.example")).toBeNull();
  expect(web.recordsAsked).toEqual(["slow.example."]);

  end(new Error("time-out"));
  await vi.advanceTimersByTimeAsync(0);
  expect(await mailExchanger("fast.example")).toBe("mx.fast.example");
});

it("one that fails in time is no answer, and holds nobody up", async () => {
  web.records.set("broken.example.", Promise.reject(new Error("worker")));
  expect(await mailExchanger("broken.example")).toBeNull();
  expect(await srvRecords("_submission._tcp.other.example")).toEqual([]);
});

it("one that was answered is not overdue later", async () => {
  expect(await mailExchanger("first.example")).toBe("");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await mailExchanger("second.example")).toBe("");
});

it("the best exchanger is the one with the smallest number that has a name", async () => {
  web.records.set("firm.example.", [
    { prio: 30, host: "c.example" },
    { prio: 10, host: null },
    { prio: 20, host: "B.example" },
  ]);
  expect(await mailExchanger("firm.example")).toBe("b.example");
});

it("records of a service are told with all they say", async () => {
  web.records.set("_submission._tcp.firm.example.", [
    { prio: 1, weight: 2, port: 587, host: "smtp.firm.example" },
    { prio: 0, weight: 0, port: 0, host: null },
  ]);
  expect(await srvRecords("_submission._tcp.firm.example")).toEqual([
    { priority: 1, weight: 2, port: 587, target: "smtp.firm.example" },
    { priority: 0, weight: 0, port: 0, target: "" },
  ]);
});
