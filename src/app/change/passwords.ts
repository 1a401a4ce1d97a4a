// Which saved passwords may fit settings, the likeliest first: the one for sending where it is this account's own, then
// the one for receiving. Names them only; nobody here ever holds one.

import type { Evidence } from "../../engine/model/evidence.js";
import type { ServerSettings } from "../../engine/model/server-settings.js";
import type { PasswordSource } from "../../ports.js";

export function passwordSources(
  { userName }: Pick<ServerSettings, "userName">,
  { outgoing, incoming, sender }: Evidence,
): readonly PasswordSource[] {
  const sources: PasswordSource[] = [];
  if (outgoing.kind === "smtp" && isSameUser(outgoing.server.userName, userName)) {
    sources.push({ kind: "outgoing", serverId: outgoing.server.id });
  }
  if (incoming !== null && isSameUser(incoming.userName, userName)) {
    sources.push({ kind: "incoming", accountId: sender.accountId });
  }
  return sources;
}

/** "alice" and "alice@example.com" are one person's two ways to write a user name. */
function isSameUser(left: string, right: string): boolean {
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one === other || one === other.split("@")[0] || other === one.split("@")[0];
}
