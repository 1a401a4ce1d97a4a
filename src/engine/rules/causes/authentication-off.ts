// Guide cause 1: Thunderbird did not sign in. The most frequent cause of "relay not permitted" (USERS.md §1).
// Either the method never signs in, or the server offered no sign-in on this connection and it was passed over.

import { expectedSignIn, submission } from "../../discovery/expected.js";
import { isSaid, refusesStrangers, strangerCertainty, takesStrangers, tookStranger } from "../blame.js";
import { blamesNoSetting } from "../belief.js";
import { signInMade } from "../sign-in-made.js";
import { text, type Certainty, type Cure, type Judgement, type Text } from "../../model/finding.js";
import { defineRule, fine, problem, skipped, type Handed } from "../rule.js";
import { meaningOfReply } from "../meaning.js";
import { asksForMailFirst } from "./pop-before-smtp.js";
import { cureUnread } from "../unread-settings.js";
import { offersSignIn, type Probe } from "../../model/probe.js";
import type { OutgoingServer } from "../../model/server-settings.js";

export const authenticationOff = defineRule({
  id: "authentication-off",
  needs: ["sender", "found", "candidates"],
  mayUse: ["server", "refusal", "meaning", "incoming", "probe"],
  judge({ server, sender, found: outgoing, candidates, refusal, meaning, incoming, probe }) {
    if (server === null) {
      const cure = cureUnread(outgoing, meaning, candidates);
      return cure === null
        ? skipped("server")
        : problem("likely", text("rule_authentication_off_why_unread", sender.address), cure);
    }
    if (refusal?.secure === true && refusal.offeredSignIn?.length === 0 && asksForMailFirst(refusal)) {
      // Nothing to sign in with, inside TLS too: it has its own way (pop-before-smtp).
      return fine;
    }
    const made = signInMade(server, refusal);
    if (made === "never-with-this-method") {
      const cure = { settings: { signIn: expectedSignIn(server.signIn, incoming) } };
      return refusal === null
        ? withoutRefusal(server, probe, cure)
        : found(certaintyOf({ server, sender, refusal, meaning }), whyNever(server), cure);
    }
    if (made === "not-offered" && refusal !== null) {
      // Where nobody saw that connection, the settings tell.
      const why =
        (refusal.secure ?? server.security !== "none")
          ? text("rule_authentication_off_why_not_offered_inside_tls", server.host)
          : text("rule_authentication_off_why_not_offered", server.host);
      return found(certaintyOf({ server, sender, refusal, meaning }), why, { settings: submission });
    }
    if (made === "tried") {
      // The words of who asks for a sign-in say that none was made, whatever was offered.
      return meaning?.reason === "auth-required" ? skipped("sign-in") : fine;
    }
    // Nobody has seen what was offered on that connection, or whether the password is taken.
    return refusal === null && offersSignIn(probe) ? fine : skipped("sign-in");
  },
});

function found(certainty: Certainty | null, why: Text, cure: Cure): Judgement {
  return certainty === null ? skipped("explained-by-words") : problem(certainty, why, cure);
}

type Refused = Handed<"server" | "sender" | "refusal", "meaning">;

/** No sign-in was made, that is a fact; what the words say, and where they were said, tells how much it counts. */
function certaintyOf({ server, sender, refusal, meaning }: Refused): Certainty | null {
  const byWords = strangerCertainty(meaning);
  if (byWords !== null) {
    return byWords;
  }
  if (isSaid(meaning) && meaning.reason !== "not-a-client-config-problem") {
    return "possible";
  }
  // A server that does not know who asks says "no such mailbox" of every foreign one.
  if (isSaid(meaning) && (meaning.subReason === "mailbox-unknown" || !blamesNoSetting(meaning))) {
    return "likely";
  }
  if (blamesNoSetting(meaning) || tookStranger(server, refusal, sender)) {
    return null;
  }
  const permanent = refusal.fault === null && (refusal.code === null || refusal.code >= 500);
  const judgesWho = permanent && ["auth", "mail", "rcpt", "unknown"].includes(refusal.stage);
  return judgesWho || server.signIn !== "none" ? "likely" : "possible";
}

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

function whyNever(server: OutgoingServer): Text {
  return server.signIn === "none"
    ? text("rule_authentication_off_why_none", server.host)
    : text("rule_authentication_off_why_not_set", server.host);
}
