// Whether a case has become another one while it was being judged anew.

import type { Case } from "../model/case.js";
import type { JudgedFrom } from "./event.js";

/**
 * What was mended, or sent, while the settings were being read is not called a problem again; nor does an old refusal take the
 * place of one that has come meanwhile.
 */
export function hasMoved({ at, changeId, state }: Case, from: JudgedFrom): boolean {
  return (
    at !== from.at ||
    changeId !== from.changeId ||
    (state !== from.state && (state === "fixed" || state === "sent"))
  );
}
