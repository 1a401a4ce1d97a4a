// What the page tells of servers that were looked at in vain: one line for each, in the order of their standing.

import type { Evidence } from "../../engine/model/evidence.js";
import type { Diagnosis } from "../../engine/model/finding.js";
import { serverOf } from "../../engine/discovery/to-ask.js";
import { signInFor } from "../../engine/fixes/sign-in-for.js";
import { offeredBy, type Probe } from "../../engine/model/probe.js";
import { bareRefusal } from "../../engine/model/refusal.js";
import { effectivePort } from "../../engine/model/server-settings.js";
import type { Tried } from "../../protocol.js";

/** A server that answered and offers what is wanted did nothing in vain. Empty where there is a plan, or where none is needed: then the looks have done their work. */
export function lookedInVain(
  { candidates }: Evidence,
  { plan, noPlan, conclusion }: Diagnosis,
): readonly Tried[] {
  const answered = plan !== null || noPlan?.key === "no_plan_get_mail";
  if (answered || !["settings-wrong", "not-enough-evidence"].includes(conclusion.kind)) {
    return [];
  }
  const seen = new Set<string>();
  return candidates.flatMap(({ settings, probe }) => {
    const key = serverOf(settings);
    const offered = offeredBy(probe);
    const fits = offered !== null && signInFor(settings.signIn, offered) !== null;
    if (probe === null || seen.has(key) || fits) {
      return [];
    }
    seen.add(key);
    const { host, security } = settings;
    return [{ host, port: effectivePort(settings), security, answer: answerOf(probe.answer) }];
  });
}

function answerOf(answer: Probe["answer"]): Tried["answer"] {
  switch (answer.kind) {
    case "answers":
      return { kind: "no-sign-in-offered" };
    case "turned-away":
      return {
        kind: "refused",
        refusal: { ...bareRefusal, stage: "greeting", code: answer.code, lines: answer.lines },
      };
    default:
      return { kind: "unreachable", because: answer.kind };
  }
}
