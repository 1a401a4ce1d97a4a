// Guide cause 3: the server did not accept user name and password, or none is saved. No setting cures it, another
// password may; a wrong form of the user name is cause 2's, and OAuth2 is never turned into a password. A refusal is
// mostly a wrong password and never proof of one: a server whose own list is out of reach says the same.

import { byPassword, signsIn } from "../../model/server-settings.js";
import { isAboutSignIn } from "../../model/reason.js";
import { signInMade } from "../sign-in-made.js";
import { sureness } from "../blame.js";
import { text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";

export const credentialsRejected = defineRule({
  id: "credentials-rejected",
  needs: ["sender", "server", "refusal"],
  mayUse: ["meaning", "incoming"],
  judge({ sender, server, refusal, meaning, incoming }) {
    if (isAboutSignIn(meaning?.matter)) {
      return skipped("password");
    }
    // No setting changes; the plan turns to the password for receiving, or asks for one (plan.ts).
    const cure = server.signIn === "oauth2" ? null : { settings: {} };
    if (
      meaning?.reason === "auth-required" &&
      byPassword.includes(server.signIn) &&
      server.savedPassword === "no"
    ) {
      const why = text("rule_credentials_rejected_why_none_saved", server.host, server.userName);
      return problem(sureness(meaning), why, cure);
    }
    if (meaning?.reason !== "auth-failed" || !signsIn(server.signIn)) {
      const passed = refusal.stage !== "auth" && meaning?.reason !== "auth-required";
      return signInMade(server, refusal) === "tried" && passed ? fine : skipped("sign-in");
    }
    if (server.notTold?.includes("userName") === true && cure !== null) {
      const why = text("rule_credentials_rejected_why_user_name_or_password", server.host, sender.address);
      return problem("likely", why, cure);
    }
    const known = [sender.address, incoming?.userName ?? ""].map((name) => name.toLowerCase());
    const certainty = known.includes(server.userName.toLowerCase()) ? "likely" : "possible";
    const key =
      server.signIn === "oauth2"
        ? "rule_credentials_rejected_why_oauth2"
        : "rule_credentials_rejected_why_password";
    return problem(certainty, text(key, server.host, server.userName), cure);
  },
});
