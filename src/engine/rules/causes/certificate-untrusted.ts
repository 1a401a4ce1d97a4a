// The server's certificate cannot be trusted: self-signed, expired, unknown issuer. Not in the guide. Explained, never
// overridden: an exception would hand the password to whoever is on the line.

import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

const keys = {
  "self-signed": "rule_certificate_untrusted_why_self_signed",
  expired: "rule_certificate_untrusted_why_expired",
  "not-yet-valid": "rule_certificate_untrusted_why_not_yet_valid",
  untrusted: "rule_certificate_untrusted_why_unknown_issuer",
  other: "rule_certificate_untrusted_why_unknown_issuer",
} as const;

export const certificateUntrusted = defineRule({
  id: "certificate-untrusted",
  needs: ["server", "probe"],
  mayUse: ["refusal"],
  judge({ server, probe, refusal }) {
    // A refusal over TLS: Thunderbird took the certificate, perhaps by an exception of the user's own.
    const wasTaken = refusal?.fault === null && refusal.secure === true;
    if (probe.answer.kind === "answers" || wasTaken) {
      return fine;
    }
    if (probe.answer.kind !== "certificate") {
      return skipped("certificate");
    }
    const { reason } = probe.answer;
    return reason === "other-name" ? fine : problem("certain", text(keys[reason], server.host), null);
  },
});
