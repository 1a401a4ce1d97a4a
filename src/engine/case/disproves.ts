// Whether a refusal speaks against settings that a log-in has proven: only one about signing in, relaying or the connection
// does. A message taken for spam, or a recipient nobody knows, is refused with the right settings too.

import type { Refusal } from "../model/refusal.js";
import { meaningOf } from "../rules/meaning.js";

export function disproves(refusal: Refusal): boolean {
  const reason = meaningOf(refusal)?.reason;
  return reason !== "not-a-client-config-problem" && reason !== "sender-not-allowed";
}
