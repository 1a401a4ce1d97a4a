// The server's certificate is for another name: shared hosting, where "mail.<your domain>" is a nickname of the
// provider's machine. Not in the guide. Cure: the name in the certificate, if it reaches the same address and is
// valid there (the candidate was looked at); never an exception.

import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

export const certificateName = defineRule({
  id: "certificate-name",
  needs: ["server", "probe", "candidates"],
  mayUse: ["refusal"],
  judge({ server, probe, candidates, refusal }) {
    // A refusal over TLS: Thunderbird took the certificate, perhaps by an exception of the user's own.
    const wasTaken = refusal?.fault === null && refusal.secure === true;
    if (probe.answer.kind === "answers" || wasTaken) {
      return fine;
    }
    if (probe.answer.kind !== "certificate") {
      return skipped("certificate");
    }
    if (probe.answer.reason !== "other-name") {
      return fine;
    }
    const named = candidates.find(
      ({ source, probe: seen }) => source === "certificate" && seen?.answer.kind === "answers",
    );
    const names = probe.answer.names.slice(0, 3).join(", ");
    const cure = named === undefined ? null : { settings: { host: named.settings.host } };
    return problem("certain", text("rule_certificate_name_why", server.host, names), cure);
  },
});
