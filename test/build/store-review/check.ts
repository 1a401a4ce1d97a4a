// What the store does with a finding, and how each of its checks is met here.

import type { AddOn } from "./add-on.js";

export type Verdict = "rejects" | "error" | "warning" | "info" | "manual";

export interface Tested {
  readonly kind: "tested";
  readonly id: string;
  readonly verdict: Verdict;
  /** One line per finding, with the file. */
  readonly find: (addOn: AddOn) => readonly string[];
}

/** The check has nothing to look at, because of something that is itself looked at. */
export interface NotApplicable {
  readonly kind: "not-applicable";
  readonly id: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** What would make it applicable after all. */
  readonly unless: (addOn: AddOn) => readonly string[];
}

/** No script can judge it: a human does, or a list on the net. The reviewer notes say what to know. */
export interface Manual {
  readonly kind: "manual";
  readonly id: string;
  readonly verdict: Verdict;
  readonly because: string;
}

export type Check = Tested | NotApplicable | Manual;

export const tested =
  (verdict: Verdict) =>
  (id: string, find: Tested["find"]): Tested => ({ kind: "tested", id, verdict, find });

export const notApplicable = (
  verdict: Verdict,
  because: string,
  unless: NotApplicable["unless"],
  ...ids: readonly string[]
): readonly NotApplicable[] => ids.map((id) => ({ kind: "not-applicable", id, verdict, because, unless }));

export const manual = (verdict: Verdict, id: string, because: string): Manual => ({
  kind: "manual",
  id,
  verdict,
  because,
});
