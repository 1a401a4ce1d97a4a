// Guide cause 4: the address in From is not the account that signs in. Usually one outgoing server is shared by
// two accounts (USERS.md §1); the confirmed cure is an entry for each account. Aliases are left alone.

import { expectedHosts, expectedUserName } from "../../discovery/expected.js";
import { sameOwner } from "../../passwords/owner.js";
import { blamesNoSetting } from "../belief.js";
import { isBeforeNames, isSaid, sureness } from "../blame.js";
import { text, type Certainty, type Cure, type Judgement } from "../../model/finding.js";
import { defineRule, fine, problem, skipped, type Handed } from "../rule.js";
import { signInMade } from "../sign-in-made.js";
import { isOtherDomain, ownNames } from "../signs-in-as.js";

export const senderMismatch = defineRule({
  id: "sender-mismatch",
  needs: ["sender", "server", "fellows"],
  mayUse: ["incoming", "refusal", "meaning"],
  judge(known) {
    const { sender, server, incoming, refusal } = known;
    const made = signInMade(server, refusal);
    if (refusal !== null && isBeforeNames(refusal)) {
      return skipped("sender");
    }
    if (made === "never-with-this-method" || made === "not-offered" || !server.userName.includes("@")) {
      return skipped("sign-in");
    }
    if (ownNames(sender, incoming).includes(server.userName.toLowerCase())) {
      return asOneself(known);
    }
    const why = text("rule_sender_mismatch_why", sender.from, server.userName);
    const certainty = certaintyOf(known);
    return certainty === null ? skipped("explained-by-words") : problem(certainty, why, ownEntry(known));
  },
});

type Known = Handed<"sender" | "server" | "fellows", "incoming" | "refusal" | "meaning">;

/** Signs in with a name of its own: an alias, or the same address in other letters. */
function asOneself({ sender: { from }, server: { userName }, refusal, meaning }: Known): Judgement {
  const refused = isSaid(meaning) && meaning.reason === "sender-not-allowed" ? meaning : null;
  if (from.toLowerCase() !== userName.toLowerCase()) {
    return refused === null
      ? fine
      : problem(sureness(refused), text("rule_sender_mismatch_why", from, userName), null);
  }
  if (refused === null || refused.matter === "own-address-unknown" || refusal === null) {
    return fine;
  }
  return from === userName
    ? skipped("sender")
    : problem("likely", text("rule_sender_mismatch_why_letter_case", from, userName), {
        settings: { userName: from },
        ownEntry: true,
      });
}

/** The names differ, that is a fact; MAIL judges the sender, and another account's name is a name for another. */
function certaintyOf({ sender, server, fellows, refusal, meaning }: Known): Certainty | null {
  const isAnothers = fellows.some(
    ({ accountId, address }) =>
      accountId !== sender.accountId && address.toLowerCase() === server.userName.toLowerCase(),
  );
  if (refusal === null) {
    return isAnothers ? "possible" : null;
  }
  if (isSaid(meaning)) {
    if (meaning.reason === "sender-not-allowed") return sureness(meaning);
    if (meaning.reason === "relay-denied" || meaning.reason === "wrong-server-not-hosting") return "likely";
    if (meaning.subReason === "spf-dkim-dmarc" && isOtherDomain(server, sender)) return "likely";
    if (meaning.reason !== "not-a-client-config-problem" || blamesNoSetting(meaning)) {
      return isAnothers ? "possible" : null;
    }
  }
  const judgesSender = refusal.fault === null && refusal.stage === "mail" && (refusal.code ?? 500) >= 500;
  return judgesSender && (isAnothers || isOtherDomain(server, sender)) ? "likely" : "possible";
}

function ownEntry({ sender, server, incoming }: Known): Cure {
  const [host] = expectedHosts(sender, incoming);
  const stays = host === undefined || sameOwner(server.host, host);
  const userName = expectedUserName(sender, incoming);
  return { settings: stays ? { userName } : { userName, host }, ownEntry: true };
}
