// Time that passes only when nobody has anything left to do: minutes of patience take no time in a test.

import type { Timer } from "../../src/engine/model/waiting.js";

interface Waiting {
  readonly at: number;
  readonly callback: () => void;
}

export class VirtualClock implements Timer {
  /** Milliseconds. */
  now = 0;
  #waiting: Waiting[] = [];

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.now + milliseconds, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  get idle(): boolean {
    return this.#waiting.length === 0;
  }

  /** Lets time pass until `work` is done. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    const state = { done: false };
    void work.finally(() => {
      state.done = true;
    });
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (state.done) {
        return work;
      }
      const next = this.#waiting.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined) {
        throw new Error("everybody waits, and nothing will happen");
      }
      this.#waiting = this.#waiting.filter((entry) => entry !== next);
      this.now = next.at;
      next.callback();
    }
  }
}
