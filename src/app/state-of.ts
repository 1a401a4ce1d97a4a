// The page's state for a diagnosis nobody has acted on yet (DESIGN §6), and for several cases together.

import type { Diagnosis } from "../engine/model/finding.js";
import type { PageState } from "../protocol.js";

export function stateOf(diagnosis: Diagnosis): PageState {
  switch (diagnosis.conclusion.kind) {
    case "settings-wrong":
    case "not-enough-evidence":
      return "problem";
    case "settings-fine":
    case "left-alone":
      return "settings-fine";
    case "healthy":
      return "healthy";
  }
}

const mostPressingFirst: readonly PageState[] = [
  "fixing",
  "sending",
  "checking",
  "failed",
  "need-input",
  "problem",
  "fixed",
  "sent",
  "settings-fine",
  "healthy",
];

/** `healthy` for no case at all: nothing is wrong with nothing. */
export function mostPressing(states: readonly PageState[]): PageState {
  return mostPressingFirst.find((state) => states.includes(state)) ?? "healthy";
}
