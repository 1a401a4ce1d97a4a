// Guide cause 5: port 25 is for mail between servers; providers restrict it and offer no sign-in there
// (RFC 6409 §3.1, RFC 8314 §3.3 name 587 and 465 for mail programs).

import { submission } from "../../discovery/expected.js";
import { effectivePort } from "../../model/server-settings.js";
import { mayRefuseStrangers, takesStrangers } from "../blame.js";
import { defineRule, fine, problem, text } from "../rule.js";

export const port25 = defineRule({
  id: "port-25",
  guideCause: 5,
  needs: ["server"],
  mayUse: ["refusal", "meaning", "probe"],
  judge({ server, refusal, meaning, probe }) {
    if (effectivePort(server) !== 25 || (refusal === null && takesStrangers(probe))) {
      return fine;
    }
    const cure = { settings: submission, ownEntry: false };
    if (refusal === null) {
      return problem("possible", text("rule_port_25_why_may", server.host), cure);
    }
    const blocked =
      refusal.fault === "unreachable" ||
      refusal.fault === "timeout" ||
      meaning?.reason === "port-or-connection-blocked";
    if (blocked) {
      return problem("likely", text("rule_port_25_why_blocked", server.host), cure);
    }
    return mayRefuseStrangers(meaning)
      ? problem(
          refusal.offeredSignIn?.length === 0 ? "certain" : "likely",
          text("rule_port_25_why", server.host),
          cure,
        )
      : fine;
  },
});
