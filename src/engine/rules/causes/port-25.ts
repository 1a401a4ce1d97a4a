// Guide cause 5: port 25 is for mail between servers; providers restrict it and offer no sign-in there
// (RFC 6409 §3.1, RFC 8314 §3.3 name 587 and 465 for mail programs).

import { submission } from "../../discovery/expected.js";
import { effectivePort } from "../../model/server-settings.js";
import { explainsWithoutSignIn } from "../belief.js";
import { strangerCertainty, takesStrangers } from "../blame.js";
import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

export const port25 = defineRule({
  id: "port-25",
  needs: ["sender", "server"],
  mayUse: ["refusal", "meaning", "probe"],
  judge({ sender, server, refusal, meaning, probe }) {
    if (effectivePort(server) !== 25 || (refusal === null && takesStrangers(probe))) {
      return fine;
    }
    const cure = { settings: submission };
    const may = problem("possible", text("rule_port_25_why_may", server.host), cure);
    if (refusal === null) {
      return may;
    }
    const blocked =
      refusal.fault === "unreachable" ||
      refusal.fault === "timeout" ||
      meaning?.reason === "port-or-connection-blocked";
    if (blocked) {
      return problem("likely", text("rule_port_25_why_blocked", server.host), cure);
    }
    const offeredNothing = refusal.offeredSignIn?.length === 0;
    const byWords = strangerCertainty(meaning);
    if (byWords !== null) {
      const why = text(offeredNothing ? "rule_port_25_why" : "rule_port_25_why_may", server.host);
      return problem(offeredNothing ? byWords : "likely", why, cure);
    }
    if (explainsWithoutSignIn(server, refusal, meaning, sender)) {
      return skipped("explained-by-words");
    }
    return offeredNothing && refusal.fault === null
      ? problem("likely", text("rule_port_25_why", server.host), cure)
      : may;
  },
});
