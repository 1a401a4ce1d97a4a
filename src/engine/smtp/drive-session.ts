// Runs a sans-IO session over a stream: does what it wants, keeps the time of each step, ends it at once when the
// user cancels. The stream is closed in every case. Time comes from outside, so that tests need not wait.

import type { CancelSignal, Timer } from "../model/waiting.js";
import type { Got, Session, Want } from "./session.js";
import { faulted, type ByteStream, type Received, type Faulted } from "./byte-stream.js";

export interface Conditions {
  readonly timer: Timer;
  readonly signal?: CancelSignal;
}

export type Driven<Result> =
  { readonly kind: "ended"; readonly result: Result } | { readonly kind: "cancelled" };

export async function driveSession<Result>(
  session: Session<Result>,
  stream: ByteStream,
  { timer, signal }: Conditions,
): Promise<Driven<Result>> {
  const cancelled = cancellation(signal);
  const deadline = new Deadline(timer);
  const reader = new Reader(stream);
  try {
    let step = session.next();
    while (step.done !== true) {
      if (signal?.aborted === true) {
        return { kind: "cancelled" };
      }
      const want = step.value;
      if (want.kind === "stage") {
        deadline.start(want.seconds);
        step = session.next({ kind: "done" });
        continue;
      }
      const got = await Promise.race([cancelled.promise, deadline.passed, answer(want, stream, reader)]);
      if (got === "cancelled") {
        return { kind: "cancelled" };
      }
      reader.handedOver(got);
      step = session.next(got);
    }
    return { kind: "ended", result: step.value };
  } finally {
    cancelled.forget();
    deadline.stop();
    stream.close();
  }
}

async function answer(
  want: Exclude<Want, { kind: "stage" }>,
  stream: ByteStream,
  reader: Reader,
): Promise<Got> {
  switch (want.kind) {
    case "connect":
      return stream.open();
    case "send":
      return stream.send(want.bytes);
    case "receive":
      return reader.receive();
    case "start-tls":
      return stream.startTls();
  }
}

/** A read that the time of its step cut off goes on: the next step's read is answered by it. */
class Reader {
  #pending: Promise<Received | Faulted> | null = null;
  readonly #stream: ByteStream;

  constructor(stream: ByteStream) {
    this.#stream = stream;
  }

  async receive(): Promise<Received | Faulted> {
    this.#pending ??= this.#stream.receive();
    return this.#pending;
  }

  /** Only what the session was given is done with: a read may end after its step gave up. */
  handedOver(got: Got): void {
    if (got.kind === "bytes") {
      this.#pending = null;
    }
  }
}

/** The time of the present step. */
class Deadline {
  passed: Promise<Faulted> = never();
  #stop: () => void = nothing;
  readonly #timer: Timer;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  start(seconds: number): void {
    this.#stop();
    this.passed = new Promise((resolve) => {
      this.#stop = this.#timer.after(seconds * 1000, () => {
        resolve(faulted({ kind: "timeout" }));
      });
    });
  }

  stop(): void {
    this.#stop();
  }
}

interface Cancellation {
  readonly promise: Promise<"cancelled">;
  readonly forget: () => void;
}

function cancellation(signal: CancelSignal | undefined): Cancellation {
  if (signal === undefined) {
    return { promise: never(), forget: nothing };
  }
  let forget = nothing;
  const promise = new Promise<"cancelled">((resolve) => {
    const listener = (): void => {
      resolve("cancelled");
    };
    signal.addEventListener("abort", listener);
    forget = () => {
      signal.removeEventListener("abort", listener);
    };
    if (signal.aborted) {
      listener();
    }
  });
  return { promise, forget };
}

function never(): Promise<never> {
  return new Promise(nothing);
}

function nothing(): void {
  // Nothing to stop.
}
