import { describe, expect, it } from "vitest";
import { faulted, type ByteStream, type Received } from "../../src/engine/smtp/byte-stream.js";
import type { Timer } from "../../src/engine/model/waiting.js";
import { driveSession } from "../../src/engine/smtp/drive-session.js";
import { patience } from "../../src/engine/smtp/limits.js";
import { probe } from "../../src/engine/smtp/probe.js";
import { prove } from "../../src/engine/smtp/proof.js";
import { encodeText } from "../../src/engine/octets/text.js";
import { proofOf } from "./run-session.js";

/** Time that passes only when told to. */
class FakeClock implements Timer {
  now = 0;
  #waiting: { readonly at: number; readonly callback: () => void }[] = [];

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.now + milliseconds, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.now);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.now);
    due.forEach(({ callback }) => {
      callback();
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }
}

/** Answers every read by `next`; connects, sends and upgrades at once. */
function fakeStream(next: () => Promise<Received> | Received): ByteStream & { closings: number } {
  return {
    closings: 0,
    open: async () => Promise.resolve({ kind: "connected", localAddress: null }),
    send: async () => Promise.resolve({ kind: "done" }),
    receive: async () => Promise.resolve(next()),
    startTls: async () => Promise.resolve({ kind: "done" }),
    close() {
      this.closings++;
    },
  };
}

const bytes = (text: string): Received => ({ kind: "bytes", bytes: encodeText(text) });
const request = { security: "none", envelope: null } as const;
const never = async (): Promise<never> => new Promise(() => undefined);

describe("the time of a step", () => {
  it("is not prolonged by a byte a second", async () => {
    const clock = new FakeClock();
    let given = 0;
    const stream = fakeStream(() => {
      clock.pass(1000);
      return bytes("220-long greeting\r\n".charAt(given++ % 19));
    });
    const driven = await driveSession(probe(request), stream, { timer: clock });
    expect(driven).toMatchObject({
      result: { server: { kind: "fault", stage: "greeting", fault: { kind: "timeout" } } },
    });
    expect(given).toBe(patience.greeting);
  });

  it("begins anew with the next step", async () => {
    const clock = new FakeClock();
    const replies = ["220 x\r\n", "250 x\r\n", "221 x\r\n"];
    const stream = fakeStream(() => {
      clock.pass(Math.min(patience.greeting, patience.ehlo) * 1000 - 1);
      return bytes(replies.shift() ?? "");
    });
    const driven = await driveSession(probe(request), stream, { timer: clock });
    expect(driven).toMatchObject({ result: { server: { kind: "capabilities" } } });
  });

  it("ends a connection that nobody answers", async () => {
    const clock = new FakeClock();
    const stream = { ...fakeStream(never), open: never };
    const driven = driveSession(probe(request), stream, { timer: clock });
    clock.pass(patience.connect * 1000);
    expect(await driven).toMatchObject({
      result: { server: { kind: "fault", stage: "connect", fault: { kind: "timeout" } } },
    });
  });

  it("leaves a read going for the step after it", async () => {
    const clock = new FakeClock();
    let reads = 0;
    let answer: (got: Received) => void = () => undefined;
    const stream: ByteStream = {
      ...fakeStream(async () => {
        reads++;
        return new Promise((resolve) => {
          answer = resolve;
        });
      }),
      // What is sent is the poke at a silent peer.
      send: async () => {
        answer(bytes("HTTP/1.1 400 Bad Request\r\n"));
        return Promise.resolve({ kind: "done" });
      },
    };
    const driven = driveSession(probe(request), stream, { timer: clock });
    while (reads === 0) {
      await Promise.resolve();
    }
    clock.pass(patience.greeting * 1000);
    expect(await driven).toMatchObject({ result: { server: { fault: { kind: "not-smtp", peer: "http" } } } });
    expect(reads).toBe(1);
  });
});

describe("whatever happens", () => {
  it("the stream is closed and no timer is left", async () => {
    const clock = new FakeClock();
    const stream = fakeStream(() => faulted({ kind: "closed" }) as never);
    await driveSession(probe(request), stream, { timer: clock });
    expect(stream.closings).toBeGreaterThan(0);
    expect(clock.waiting).toBe(0);
  });
});

describe("cancelling", () => {
  const script = [
    "220 x\r\n",
    "250-x\r\n250 AUTH PLAIN\r\n",
    "235 x\r\n",
    "250 x\r\n",
    "250 x\r\n",
    "250 x\r\n",
  ];
  const to = { host: "h", port: 465, security: "tls" } as const;

  it("at any step ends the session without a result", async () => {
    for (let step = 0; step < script.length; step++) {
      const cancel = new AbortController();
      const replies = [...script];
      const stream = fakeStream(() => {
        if (replies.length === script.length - step) {
          cancel.abort();
        }
        return bytes(replies.shift() ?? "");
      });
      const driven = await driveSession(prove(proofOf(to)), stream, {
        timer: new FakeClock(),
        signal: cancel.signal,
      });
      expect(driven).toEqual({ kind: "cancelled" });
      expect(stream.closings).toBeGreaterThan(0);
    }
  });

  it("while the server is silent does not wait for it", async () => {
    const cancel = new AbortController();
    const clock = new FakeClock();
    const driven = driveSession(probe(request), fakeStream(never), { timer: clock, signal: cancel.signal });
    await Promise.resolve();
    cancel.abort();
    expect(await driven).toEqual({ kind: "cancelled" });
    expect(clock.waiting).toBe(0);
  });

  it("before it began connects to nobody", async () => {
    let opened = 0;
    const stream = fakeStream(never);
    stream.open = async () => {
      opened++;
      return never();
    };
    expect(
      await driveSession(probe(request), stream, { timer: new FakeClock(), signal: AbortSignal.abort() }),
    ).toEqual({ kind: "cancelled" });
    expect(opened).toBe(0);
  });
});
