// When "your settings are fine" is earned by words (DESIGN §1.4): known ones, of something no setting cures, said where
// they can be believed. Who was not signed in to cannot know a foreign mailbox; who signs in as somebody else is not fine.

import { domainOf } from "../model/address.js";
import { sameOwner } from "../passwords/owner.js";
import type { Evidence, Sender } from "../model/evidence.js";
import type { Refusal } from "../model/refusal.js";
import { effectivePort, type OutgoingServer } from "../model/server-settings.js";
import { isAboutAccount, type Classification, type SubReason } from "../model/reason.js";
import { tookStranger } from "./blame.js";
import { signInMade } from "./sign-in-made.js";
import { signsInAsAnother } from "./signs-in-as.js";

/**
 * On what it depends whether these words are true of this user: on `nothing`, they are about this message or this hour; on
 * the `name` that signs in; on `who` is known at all.
 */
const dependsOn: Readonly<Record<SubReason, "nothing" | "name" | "who">> = {
  spam: "name",
  blocklist: "who",
  "spf-dkim-dmarc": "who",
  "mailbox-unknown": "who",
  "mailbox-full": "nothing",
  "rate-limit": "nothing",
  greylist: "nothing",
  size: "nothing",
  policy: "who",
  other: "name",
};

/** The words tell of something no setting cures; where they were said is not looked at. */
export function blamesNoSetting(meaning: Classification | null): meaning is Classification {
  const isKnown = meaning?.reason === "not-a-client-config-problem" && meaning.confidence !== "guess";
  if (!isKnown || isAboutAccount(meaning.matter)) {
    return false;
  }
  // "Access denied", "not allowed", "blocked": known words that name nothing.
  return !(meaning.confidence === "likely" && meaning.subReason === "policy");
}

/**
 * Words that name no setting, and that could be known to who said them; or the server took a stranger's recipient. "No such
 * mailbox" is what one says of every foreign one to who has not signed in.
 */
export function explainsWithoutSignIn(
  server: OutgoingServer,
  refusal: Refusal,
  meaning: Classification | null,
  sender: Sender,
): boolean {
  const couldKnow = signInMade(server, refusal) === "tried" || meaning?.subReason !== "mailbox-unknown";
  return (blamesNoSetting(meaning) && couldKnow) || tookStranger(server, refusal, sender);
}

/** They could be known to who said them, and nothing in the settings speaks against it. */
export function isBelieved(meaning: Classification, evidence: Evidence): boolean {
  const { outgoing, refusal } = evidence;
  const subReason = meaning.subReason ?? "other";
  if (refusal === null || refusal.stage === "auth") {
    return false;
  }
  if (outgoing.kind !== "smtp") {
    return outgoing.kind === "unreadable" && subReason !== "other" && dependsOn[subReason] !== "who";
  }
  const { server } = outgoing;
  if (dependsOn[subReason] !== "nothing" && signsInAsAnother(server, evidence)) {
    return false;
  }
  return (
    dependsOn[subReason] !== "who" ||
    isKnownToServer(server, refusal) ||
    (subReason === "mailbox-unknown" && isOwnDomain(refusal, evidence, server))
  );
}

/** Signed in, or nobody could tell and every setting speaks for it. */
function isKnownToServer(server: OutgoingServer, refusal: Refusal): boolean {
  const made = signInMade(server, refusal);
  const sound = server.security !== "none" && effectivePort(server) !== 25;
  return made === "tried" || (made === "unknown" && sound);
}

function isOwnDomain({ recipients }: Refusal, { sender }: Evidence, server: OutgoingServer): boolean {
  const own = domainOf(sender.address);
  return (
    recipients.length > 0 &&
    recipients.every(
      (recipient) => domainOf(recipient) === own || sameOwner(domainOf(recipient), server.host),
    )
  );
}
