// Guide cause 4: the address in From is not the account that signs in. Usually one outgoing server is shared by
// two accounts (USERS.md §1); the confirmed cure is an entry for each account. Aliases are left alone.

import { expectedHosts, expectedUserName } from "../../discovery/expected.js";
import { sameOwner } from "../../discovery/same-owner.js";
import type { FellowSender, Sender } from "../../model/evidence.js";
import type { IncomingServer, OutgoingServer } from "../../model/server-settings.js";
import { defineRule, fine, problem, skipped, text } from "../rule.js";
import { signInMade } from "../sign-in-made.js";

export const senderMismatch = defineRule({
  id: "sender-mismatch",
  guideCause: 4,
  needs: ["sender", "server", "fellows"],
  mayUse: ["incoming", "refusal", "meaning"],
  judge({ sender, server, fellows, incoming, refusal, meaning }) {
    const made = signInMade(server, refusal);
    if (made === "never-with-this-method" || made === "not-offered" || !server.userName.includes("@")) {
      return skipped("sign-in");
    }
    const own = [sender.from, sender.address, incoming?.userName ?? ""].map((name) => name.toLowerCase());
    const refused = meaning?.reason === "sender-not-allowed";
    const why = text("rule_sender_mismatch_why", sender.from, server.userName);
    if (own.includes(server.userName.toLowerCase())) {
      const isAlias = sender.from.toLowerCase() !== server.userName.toLowerCase();
      return refused && isAlias ? problem("certain", why, null) : fine;
    }
    const cure = ownEntry(sender, server, incoming);
    if (refused || meaning?.reason === "relay-denied") {
      return problem(refused ? "certain" : "likely", why, cure);
    }
    return refusal === null && isAnotherAccounts(server.userName, sender, fellows)
      ? problem("possible", why, cure)
      : fine;
  },
});

function ownEntry(
  sender: Sender,
  server: OutgoingServer,
  incoming: IncomingServer | null,
): { settings: { userName: string; host?: string }; ownEntry: true } {
  const [host] = expectedHosts(sender, incoming);
  const stays = host === undefined || sameOwner(server.host, host);
  const userName = expectedUserName(sender, incoming);
  return { settings: stays ? { userName } : { userName, host }, ownEntry: true };
}

function isAnotherAccounts(userName: string, sender: Sender, fellows: readonly FellowSender[]): boolean {
  return fellows.some(
    (fellow) =>
      fellow.accountId !== sender.accountId && fellow.address.toLowerCase() === userName.toLowerCase(),
  );
}
