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
  let cancel = nothing;
  const cancelled = new Promise<"cancelled">((resolve) => {
    cancel = () => {
      resolve("cancelled");
    };
  });
  signal?.addEventListener("abort", cancel);
  let stopTimer = nothing;
  let tooLate = new Promise<Faulted>(nothing);
  /** A read that the time of its step cut off goes on: the next step's read is answered by it. */
  let read: Promise<Received | Faulted> | null = null;
  const answer = async (want: Exclude<Want, { kind: "stage" }>): Promise<Got> => {
    switch (want.kind) {
      case "connect":
        return stream.open();
      case "send":
        return stream.send(want.bytes);
      case "receive":
        read ??= stream.receive();
        return read;
      case "start-tls":
        return stream.startTls();
    }
  };
  try {
    let step = session.next();
    while (step.done !== true) {
      if (signal?.aborted === true) {
        return { kind: "cancelled" };
      }
      const want = step.value;
      if (want.kind === "stage") {
        stopTimer();
        tooLate = new Promise((resolve) => {
          stopTimer = timer.after(want.seconds * 1000, () => {
            resolve(faulted({ kind: "timeout" }));
          });
        });
        step = session.next({ kind: "done" });
        continue;
      }
      const got = await Promise.race([cancelled, tooLate, answer(want)]);
      if (got === "cancelled") {
        return { kind: "cancelled" };
      }
      if (got.kind === "bytes") {
        read = null;
      }
      step = session.next(got);
    }
    return { kind: "ended", result: step.value };
  } finally {
    signal?.removeEventListener("abort", cancel);
    stopTimer();
    stream.close();
  }
}

function nothing(): void {
  // Nothing to stop.
}
