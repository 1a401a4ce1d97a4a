// Guide cause 3: the server did not accept user name and password. No setting cures it, another password may;
// a wrong form of the user name is cause 2's, and OAuth2 is never turned into a password.

import { signInMade } from "../sign-in-made.js";
import { defineRule, fine, problem, skipped, text } from "../rule.js";

export const credentialsRejected = defineRule({
  id: "credentials-rejected",
  guideCause: 3,
  needs: ["sender", "server", "refusal"],
  mayUse: ["meaning", "incoming"],
  judge({ sender, server, refusal, meaning, incoming }) {
    if (meaning?.reason !== "auth-failed") {
      return signInMade(server, refusal) === "tried" && refusal.stage !== "auth" ? fine : skipped("sign-in");
    }
    // No setting changes; the plan turns to the password for receiving, or asks for one (plan.ts).
    const cure = server.signIn === "oauth2" ? null : { settings: {}, ownEntry: false };
    if (server.notTold?.includes("userName") === true && cure !== null) {
      const why = text("rule_credentials_rejected_why_user_name_or_password", server.host, sender.address);
      return problem("certain", why, cure);
    }
    const known = [sender.address, incoming?.userName ?? ""].map((name) => name.toLowerCase());
    const certainty = known.includes(server.userName.toLowerCase()) ? "certain" : "possible";
    const key =
      server.signIn === "oauth2"
        ? "rule_credentials_rejected_why_oauth2"
        : "rule_credentials_rejected_why_password";
    return problem(certainty, text(key, server.host, server.userName), cure);
  },
});
