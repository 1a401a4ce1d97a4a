// storage.session and storage.local: what is kept is a copy as plain JSON, never the object itself.

import type { Store } from "../../src/ports.js";
import type { Interruptions } from "./interruptions.js";

export class FakeStore implements Store {
  private kept = new Map<string, string>();
  /** How many more writes find room on the disk. */
  room = Number.POSITIVE_INFINITY;

  constructor(private readonly interruptions: Interruptions) {}

  async read(key: string): Promise<unknown> {
    await soon();
    this.interruptions.alive();
    const text = this.kept.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async write(key: string, value: unknown): Promise<void> {
    await soon();
    this.interruptions.alive();
    this.room -= 1;
    if (this.room < 0) {
      throw new Error("the disk is full");
    }
    this.kept.set(key, JSON.stringify(value));
    this.interruptions.written();
  }

  async remove(key: string): Promise<void> {
    await soon();
    this.interruptions.alive();
    this.kept.delete(key);
    this.interruptions.written();
  }

  clear(): void {
    this.kept.clear();
  }

  /** Everything kept, as text: what a search for a password goes through. */
  get text(): string {
    return JSON.stringify([...this.kept]);
  }
}

/** Storage answers in another turn, so what is not queued does interleave. */
function soon(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
