// A session over a stream: it is given what it wants, is ended by time or by the user, and the stream is closed in any case.

import { beforeEach, describe, expect, it } from "vitest";
import { faulted, type ByteStream, type Received } from "../../../src/engine/smtp/byte-stream.js";
import { Dialogue } from "../../../src/engine/smtp/dialogue.js";
import { driveSession, type Driven } from "../../../src/engine/smtp/drive-session.js";
import type { Got, Session } from "../../../src/engine/smtp/session.js";

const octets = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A stream that answers what the test hands it, in order; a read without an answer waits. */
class Stream implements ByteStream {
  readonly did: string[] = [];
  readonly reads: ((answer: Received) => void)[] = [];
  ready: readonly string[] = [];

  async open() {
    this.did.push("open");
    return Promise.resolve({ kind: "connected", localAddress: "192.0.2.7" } as const);
  }
  async send(bytes: Uint8Array) {
    this.did.push(String.fromCharCode(...bytes).trim());
    return Promise.resolve({ kind: "done" } as const);
  }
  async receive(): Promise<Received> {
    this.did.push("receive");
    const [next, ...others] = this.ready;
    this.ready = others;
    return next === undefined
      ? new Promise((resolve) => this.reads.push(resolve))
      : Promise.resolve({ kind: "bytes", bytes: octets(next) });
  }
  async startTls() {
    this.did.push("start-tls");
    return Promise.resolve({ kind: "done" } as const);
  }
  close(): void {
    this.did.push("close");
  }
}

let stream: Stream;
let due: { readonly milliseconds: number; readonly call: () => void; isStopped: boolean }[];
const timer = {
  after: (milliseconds: number, call: () => void) => {
    const one = { milliseconds, call, isStopped: false };
    due.push(one);
    return () => {
      one.isStopped = true;
    };
  },
};

beforeEach(() => {
  stream = new Stream();
  due = [];
});

function* twoReads(): Session<readonly Got[]> {
  yield { kind: "stage", stage: "greeting", seconds: 5 };
  const first = yield { kind: "receive" };
  yield { kind: "stage", stage: "ehlo", seconds: 7 };
  const second = yield { kind: "receive" };
  return [first, second];
}

it("is given what it wants, step by step, and closed", async () => {
  stream.ready = ["220 hello", "250 yes"];
  function* all(): Session<readonly Got[]> {
    const connected = yield { kind: "connect" };
    const got = yield* twoReads();
    return [connected, ...got, yield { kind: "send", bytes: octets("QUIT") }, yield { kind: "start-tls" }];
  }
  const { kind, result } = (await driveSession(all(), stream, { timer })) as Extract<
    Driven<readonly Got[]>,
    { kind: "ended" }
  >;
  expect(kind).toBe("ended");
  expect(result.map((got) => got.kind)).toEqual(["connected", "bytes", "bytes", "done", "done"]);
  expect(stream.did).toEqual(["open", "receive", "receive", "QUIT", "start-tls", "close"]);
  expect(due.map(({ milliseconds, isStopped }) => [milliseconds, isStopped])).toEqual([
    [5_000, true],
    [7_000, true],
  ]);
});

it("of a step whose time has passed is told so; what is read too late is the next step's", async () => {
  const driven = driveSession(twoReads(), stream, { timer });
  await turn();
  due[0]?.call();
  await turn();
  expect(stream.reads).toHaveLength(1);
  stream.reads[0]?.({ kind: "bytes", bytes: octets("220 late") });
  expect(await driven).toEqual({
    kind: "ended",
    result: [faulted({ kind: "timeout" }), { kind: "bytes", bytes: octets("220 late") }],
  });
});

describe("cancelled", () => {
  it("beforehand, nothing is connected to", async () => {
    const driven = await driveSession(twoReads(), stream, { timer, signal: AbortSignal.abort() });
    expect(driven).toEqual({ kind: "cancelled" });
    expect(stream.did).toEqual(["close"]);
  });

  it("in the middle of a step, it ends at once, and nothing more is said", async () => {
    const stop = new AbortController();
    const driven = driveSession(twoReads(), stream, { timer, signal: stop.signal });
    await turn();
    stop.abort();
    expect(await driven).toEqual({ kind: "cancelled" });
    expect(stream.did).toEqual(["receive", "close"]);
    expect(due.every(({ isStopped }) => isStopped)).toBe(true);
  });

  it("between two steps, no further one is begun", async () => {
    const stop = new AbortController();
    stream.ready = ["220 hello", "250 yes"];
    function* cancelledBetween(): Session<Got> {
      yield { kind: "receive" };
      stop.abort();
      return yield { kind: "receive" };
    }
    const driven = await driveSession(cancelledBetween(), stream, { timer, signal: stop.signal });
    expect(driven).toEqual({ kind: "cancelled" });
    expect(stream.did).toEqual(["receive", "close"]);
  });

  it("afterwards, nobody listens any more", async () => {
    const listening = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_: "abort", listener: () => void) => listening.add(listener),
      removeEventListener: (_: "abort", listener: () => void) => listening.delete(listener),
    };
    stream.ready = ["220 hello", "250 yes"];
    expect((await driveSession(twoReads(), stream, { timer, signal })).kind).toBe("ended");
    expect(listening.size).toBe(0);
  });
});

it("a mistake of ours closes the stream all the same", async () => {
  // eslint-disable-next-line require-yield -- it fails before it wants anything
  function* broken(): Session<never> {
    throw new RangeError("ours");
  }
  await expect(driveSession(broken(), stream, { timer })).rejects.toThrow("ours");
  expect(stream.did).toEqual(["close"]);
});

describe("a dialogue", () => {
  it("that a driver answers with something else is our own mistake, and said to be", () => {
    const connecting = new Dialogue().connect();
    connecting.next();
    connecting.next({ kind: "done" });
    expect(() => connecting.next({ kind: "done" })).toThrow(TypeError);
  });

  it("notes where the encryption begins, and takes no word that was said before it", () => {
    const dialogue = new Dialogue();
    const upgrade = dialogue.startTls();
    expect(upgrade.next().value).toEqual({ kind: "start-tls" });
    expect(upgrade.next({ kind: "done" })).toEqual({ done: true, value: null });
    expect(dialogue.transcript).toEqual(["TLS"]);

    const injected = new Dialogue();
    const reading = injected.reply();
    reading.next();
    expect(reading.next({ kind: "bytes", bytes: octets("220 go\r\n250 and this\r\n") }).done).toBe(true);
    expect(injected.startTls().next().value).toMatchObject({ kind: "fault", fault: { kind: "injected" } });
    expect(injected.transcript).not.toContain("TLS");
  });

  it("sends nothing where the server has spoken unasked, unless it is closing", () => {
    const after = (said: string): { readonly value: unknown; readonly dialogue: Dialogue } => {
      const dialogue = new Dialogue();
      const reading = dialogue.reply();
      reading.next();
      reading.next({ kind: "bytes", bytes: octets(`220 go\r\n${said}`) });
      return { value: dialogue.send(["EHLO here"]).next().value, dialogue };
    };
    expect(after("").value).toMatchObject({ kind: "send" });
    expect(after("250 and this\r\n").value).toMatchObject({ kind: "fault", fault: { kind: "injected" } });
    const { value, dialogue } = after("421 bye\r\n");
    expect(value).toBeNull();
    expect(dialogue.reply().next().value).toMatchObject({ kind: "reply", code: 421, lines: ["bye"] });
    expect(dialogue.transcript).toEqual(["S: 220 go", "S: 421 bye"]);
  });
});
