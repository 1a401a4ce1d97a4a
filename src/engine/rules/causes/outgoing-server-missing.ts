// The identity has no outgoing server: none was ever set, or the one it names was removed.
// Not in the guide; Thunderbird then fails without any SMTP dialogue. Cure: the guide's settings, as a new entry.

import { expectedHosts, expectedSignIn, expectedUserName, submission } from "../../discovery/expected.js";
import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

export const outgoingServerMissing = defineRule({
  id: "outgoing-server-missing",
  needs: ["sender", "found"],
  mayUse: ["incoming"],
  judge({ sender, found, incoming }) {
    if (found.kind === "unreadable") {
      return skipped("settings");
    }
    if (found.kind !== "dangling" && found.kind !== "none") {
      return fine;
    }
    const why =
      found.kind === "dangling"
        ? text("rule_outgoing_server_missing_why_removed", sender.address)
        : text("rule_outgoing_server_missing_why_none", sender.address);
    if (incoming === null) {
      return problem("certain", why, null);
    }
    const settings = {
      host: expectedHosts(sender, incoming)[0] ?? "",
      ...submission,
      signIn: expectedSignIn(null, incoming),
      userName: expectedUserName(sender, incoming),
    };
    return problem("certain", why, { settings, ownEntry: true });
  },
});
