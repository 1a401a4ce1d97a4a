// What goes wrong while a fake Thunderbird is written to: the n-th write is refused, or Thunderbird dies after it.
// Counts every write, to settings, log-ins and stores alike, because a crash does not choose.

import type { RefusedWrite } from "../../src/ports.js";

export class Crashed extends Error {}

export class Interruptions {
  writes = 0;
  private settingWrites = 0;
  private crashAfter: number | null = null;
  private refusal: { readonly at: number; readonly because: RefusedWrite } | null = null;
  private dead = false;

  /** Thunderbird dies once that many writes have been made; with 0 before the first. */
  crashAfterWrite(count: number): void {
    this.writes = 0;
    this.crashAfter = count;
    this.dead = count === 0;
  }

  /** The n-th write of a setting from now, counted from 1, is refused. */
  refuseWrite(at: number, because: RefusedWrite): void {
    this.settingWrites = 0;
    this.refusal = { at, because };
  }

  /** Thunderbird runs again, and nothing more goes wrong. */
  clear(): void {
    this.dead = false;
    this.crashAfter = null;
    this.refusal = null;
  }

  /** A dead Thunderbird answers nobody. */
  alive(): void {
    if (this.dead) {
      throw new Crashed("Thunderbird is gone");
    }
  }

  refused(): RefusedWrite | null {
    this.settingWrites += 1;
    return this.refusal?.at === this.settingWrites ? this.refusal.because : null;
  }

  /** After the write itself: what was written stays, the answer is never heard. */
  written(): void {
    this.writes += 1;
    if (this.crashAfter !== null && this.writes >= this.crashAfter) {
      this.dead = true;
    }
    this.alive();
  }
}
