// What one background has under way, and nothing outside it knows. Gone when the background sleeps or dies: whatever has to
// outlive it is in a store, and is taken up from there. One object, made by the start of the background.

import type { Effect } from "./engine/case/event.js";
import type { Case } from "./engine/model/case.js";
import type { Evidence } from "./engine/model/evidence.js";
import type { OurBug } from "./engine/model/our-bug.js";

export interface UnderWay {
  /** Runs `work` when everything asked for before in that line has ended, well or badly. Must not be nested. */
  inLine<Result>(
    line: "cases" | "journal" | "changes" | "failed" | "ends" | "bugs" | "options" | "arrived" | "notices",
    work: () => Promise<Result>,
  ): Promise<Result>;
  /** Changes to the list of cases that wait for their turn in the line "cases"; null: none. */
  edits: EditsWaiting | null;
  /** Does what has become necessary for a case (app/send/carry-out.ts). */
  carryOut(effect: Effect, caseId: string): Promise<void>;
  /** Servers that are being asked, by case. */
  readonly asking: Map<string, Asking>;
  /** Settled when each failed send that was noticed so far has its case. */
  noticing: Promise<unknown>;
}

export interface EditsWaiting {
  readonly all: ((cases: readonly Case[]) => readonly Case[])[];
  /** Settled when they have been written down together, or could not be. */
  readonly written: Promise<void>;
}

export interface Asking {
  readonly evidence: Evidence;
  readonly operationId: string;
  readonly work: Promise<void>;
  /** Settled once there is something good to offer, though others are still being asked. */
  readonly offered: Promise<void>;
}

/** Thunderbird ends a background that has nothing to say for a while, whatever it waits for. */
export interface Awake {
  /** Not before `work` has ended. */
  during<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Where our own mistakes are said at once. */
export interface Bugs {
  say(bug: OurBug): void;
}
