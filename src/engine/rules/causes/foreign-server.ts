// Guide cause 6: the outgoing server does not host this account. Judged by names (registrable domains of the
// account's address and of its incoming server) and by asking the server; names alone are never "certain".

import { expectedHosts, expectedUserName, mailboxDomain } from "../../discovery/expected.js";
import { domainOf } from "../../model/address.js";
import { sameOwner } from "../../passwords/owner.js";
import type { Reason } from "../../model/reason.js";
import { isBeforeNames, isSaid } from "../blame.js";
import { text, type Cure } from "../../model/finding.js";
import { defineRule, fine, problem, skipped } from "../rule.js";
import { meaningOfReply } from "../meaning.js";
import { signInMade } from "../sign-in-made.js";

const doesNotKnowUs: readonly Reason[] = [
  "relay-denied",
  "auth-failed",
  "auth-required",
  "sender-not-allowed",
  "wrong-server-not-hosting",
];

export const foreignServer = defineRule({
  id: "foreign-server",
  needs: ["sender", "server", "fellows"],
  mayUse: ["incoming", "refusal", "meaning", "probe"],
  judge({ sender, server, fellows, incoming, refusal, meaning, probe }) {
    const own = [
      domainOf(sender.address),
      mailboxDomain(sender, incoming),
      ...(incoming === null ? [] : [incoming.host]),
    ];
    if (own.some((name) => sameOwner(name, server.host))) {
      return fine;
    }
    // Asked with the user's own address as recipient, a server that hosts it takes it; one that does not, denies
    // to relay.
    const toStranger = probe?.answer.kind === "answers" ? probe.answer.toStranger : null;
    if (toStranger?.kind === "accepted") {
      return fine;
    }
    const owner = fellows.find(
      (fellow) => fellow.accountId !== sender.accountId && sameOwner(domainOf(fellow.address), server.host),
    );
    const why =
      owner === undefined
        ? text("rule_foreign_server_why", server.host, sender.address)
        : text("rule_foreign_server_why_other_account", server.host, owner.accountName, sender.address);
    const [host = ""] = expectedHosts(sender, incoming);
    const cure: Cure = { settings: { host, userName: expectedUserName(sender, incoming) }, ownEntry: true };
    if (refusal === null) {
      return owner === undefined ? skipped("refusal") : problem("possible", why, cure);
    }
    if (!isSaid(meaning)) {
      return owner === undefined || isBeforeNames(refusal)
        ? skipped("words")
        : problem("possible", why, cure);
    }
    const nobodySignedIn = signInMade(server, refusal) !== "tried";
    // "No mail from dynamic addresses, use your provider's server": said to a stranger at home, not to a customer.
    const isStranger = nobodySignedIn && meaning.matter === "home-internet-address";
    if (!doesNotKnowUs.includes(meaning.reason) && !isStranger) {
      return skipped("explained-by-words");
    }
    // Nobody signed in, so signing in may be all that is missing: where a password was saved for this server,
    // or nothing tells of a better one.
    const saysSo = (): boolean => toStranger !== null && meaningOfReply(toStranger).reason === "relay-denied";
    const hasCustomer = incoming === null || (server.savedPassword === "yes" && !saysSo());
    return problem(owner === undefined && nobodySignedIn && hasCustomer ? "possible" : "likely", why, cure);
  },
});
