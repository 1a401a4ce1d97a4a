// STARTTLS (RFC 3207): the upgrade, and its two traps. Octets that came with the 220 are someone else's
// (CVE-2011-0411), and what the server said before TLS counts for nothing afterwards: EHLO must follow.

import type { Dialogue } from "./dialogue.js";
import type { Capabilities } from "./ehlo.js";
import { refusedAt, type Step } from "./outcome.js";

export function* upgrade(dialogue: Dialogue, before: Capabilities): Step {
  yield* dialogue.begin("starttls");
  if (!before.startTls) {
    return dialogue.failed({ kind: "starttls-not-offered" });
  }
  const answer = yield* dialogue.ask("STARTTLS");
  if (answer.kind === "fault") {
    return answer;
  }
  return answer.code === 220 ? yield* dialogue.startTls() : refusedAt("starttls", answer);
}
