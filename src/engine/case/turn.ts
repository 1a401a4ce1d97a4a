// What an event makes of a case: the case as it is then, what is to be done about it, and whether the event was taken.

import type { Case } from "../model/case.js";
import type { Effect } from "./event.js";

export interface Turn {
  /** Null: there is none (any more). */
  readonly case: Case | null;
  readonly effects: readonly Effect[];
  /** False: nothing begins. The event does not concern the case as it stands, or the page only says why not. */
  readonly taken: boolean;
}

export function taken(entry: Case | null, ...effects: readonly Effect[]): Turn {
  return { case: entry, effects, taken: true };
}

export function ignored(entry: Case | null, ...effects: readonly Effect[]): Turn {
  return { case: entry, effects, taken: false };
}

export const tellPages: Effect = { kind: "tell-pages" };

/** `until-sent`: no message has gone out with it yet. */
export function keepChange({ changeId }: Case, until?: "until-sent"): readonly Effect[] {
  return changeId === null ? [] : [{ kind: "keep-change", changeId, untilSent: until === "until-sent" }];
}
