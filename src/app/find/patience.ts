// How long the server in use may keep one waiting before others are asked, and before it is called silent.

import type { Evidence } from "../../engine/model/evidence.js";

/**
 * After `others` milliseconds without a word from the server in use the others are asked, after `silent` it is called
 * silent. Some greet late on purpose; one that Thunderbird itself has just given up on needs no second long wait.
 */
export function patienceWith({ refusal }: Evidence): { readonly others: number; readonly silent: number } {
  const gaveUp = refusal?.fault === "timeout" || refusal?.fault === "unreachable";
  if (refusal === null) {
    // A check of many accounts is itself what keeps a server, and this machine, from answering sooner.
    return { others: 2_000, silent: 6_000 };
  }
  return gaveUp ? { others: 150, silent: 1_500 } : { others: 700, silent: 6_000 };
}
