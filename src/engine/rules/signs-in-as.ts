// Whose name an outgoing server is signed in to with: the sender's own, whatever its form and letter case, or another's.

import { domainOf } from "../model/address.js";
import type { Evidence, Sender } from "../model/evidence.js";
import { signsIn, type IncomingServer, type OutgoingServer } from "../model/server-settings.js";

/** The names that are the sender's: the address in From, the identity's, the one for receiving; in lower case. */
export function ownNames(sender: Sender, incoming: IncomingServer | null): readonly string[] {
  return [sender.from, sender.address, incoming?.userName ?? ""].map((name) => name.toLowerCase());
}

/** Signs in with a full address that is not the sender's. A name of another form may be anybody's and proves nothing. */
export function signsInAsAnother(
  server: OutgoingServer,
  { sender, incoming }: Pick<Evidence, "sender" | "incoming">,
): boolean {
  const name = server.userName.toLowerCase();
  return signsIn(server.signIn) && name.includes("@") && !ownNames(sender, incoming).includes(name);
}

/** Another domain than the one in From: no alias of the same mailbox by its looks. */
export function isOtherDomain(server: OutgoingServer, sender: Sender): boolean {
  return domainOf(server.userName) !== domainOf(sender.from);
}
