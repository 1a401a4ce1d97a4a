// Guide cause 1: Thunderbird did not sign in. The most frequent cause of "relay not permitted" (USERS.md §1).
// Either the method never signs in, or the server offered no sign-in on this connection and it was passed over.

import { expectedSignIn, submission } from "../../discovery/expected.js";
import { mayRefuseStrangers, refusesStrangers, takesStrangers } from "../blame.js";
import { signInMade } from "../sign-in-made.js";
import { defineRule, fine, problem, skipped, text, type Judgement } from "../rule.js";
import { meaningOfReply } from "../meaning.js";
import { asksForMailFirst } from "./pop-before-smtp.js";
import type { Cure } from "../../model/finding.js";
import type { Probe } from "../../model/probe.js";
import type { OutgoingServer } from "../../model/server-settings.js";

export const authenticationOff = defineRule({
  id: "authentication-off",
  guideCause: 1,
  needs: ["server"],
  mayUse: ["refusal", "meaning", "incoming", "probe"],
  judge({ server, refusal, meaning, incoming, probe }) {
    if (refusal?.secure === true && refusal.offeredSignIn?.length === 0 && asksForMailFirst(refusal)) {
      // Nothing to sign in with, inside TLS too: it has its own way (pop-before-smtp).
      return fine;
    }
    const made = signInMade(server, refusal);
    if (made === "never-with-this-method") {
      const cure = { settings: { signIn: expectedSignIn(server.signIn, incoming) }, ownEntry: false };
      if (refusal === null) {
        return withoutRefusal(server, probe, cure);
      }
      return mayRefuseStrangers(meaning)
        ? problem(refusesStrangers(meaning) ? "certain" : "likely", whyNever(server), cure)
        : fine;
    }
    if (made === "not-offered" && mayRefuseStrangers(meaning)) {
      const why =
        refusal?.secure === true
          ? text("rule_authentication_off_why_not_offered_inside_tls", server.host)
          : text("rule_authentication_off_why_not_offered", server.host);
      return problem(refusesStrangers(meaning) ? "certain" : "likely", why, {
        settings: submission,
        ownEntry: false,
      });
    }
    // A pasted reply does not tell what was offered on that connection.
    const untold = made === "unknown" && refusal?.fault === null && refusal.stage !== "connect";
    return untold && refusesStrangers(meaning) ? skipped("sign-in") : fine;
  },
});

/** Some servers let their own network send without signing in: the server's own answer decides. */
function withoutRefusal(server: OutgoingServer, probe: Probe | null, cure: Cure): Judgement {
  const toStranger = probe?.answer.kind === "answers" ? probe.answer.toStranger : null;
  if (takesStrangers(probe)) {
    return { verdict: "fine", note: text("rule_authentication_off_note_accepted_here", server.host) };
  }
  const refused = toStranger?.kind === "refused" && refusesStrangers(meaningOfReply(toStranger));
  const certainty = refused ? "certain" : server.signIn === "none" ? "possible" : "likely";
  return problem(certainty, whyNever(server), cure);
}

function whyNever(server: OutgoingServer): Extract<Judgement, { verdict: "problem" }>["why"] {
  return server.signIn === "none"
    ? text("rule_authentication_off_why_none", server.host)
    : text("rule_authentication_off_why_not_set", server.host);
}
