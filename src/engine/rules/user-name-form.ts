// Part of guide cause 2: the form of the user name. The local part where the full address is wanted, the other way round,
// or a name quite different ("ab1234", "DOMAIN\\user"): as the published form and the account for receiving say.

import { expectedUserName } from "../discovery/expected.js";
import { isSameHost, publishers } from "../fixes/choose-endpoint.js";
import { sameOwner } from "../passwords/owner.js";
import type { ProbedCandidate } from "../model/probe.js";
import type { IncomingServer, OutgoingServer } from "../model/server-settings.js";
import { isSaid } from "./blame.js";
import { text, type Judgement } from "../model/finding.js";
import { problem, skipped, type Handed } from "./rule.js";

type Known = Handed<"sender" | "server" | "candidates", "incoming" | "meaning">;

/** Null where the form is as it should be, or nothing was said against the log-in. */
export function userNameForm({ sender, server, incoming, meaning, candidates }: Known): Judgement | null {
  const refused = isSaid(meaning) && meaning.reason === "auth-failed";
  if (!refused || (meaning.matter !== undefined && meaning.matter !== "account-disabled")) {
    return null;
  }
  if (server.notTold?.includes("userName") === true) {
    return skipped("user-name");
  }
  const current = server.userName.toLowerCase();
  const published = publishedName(server, candidates);
  if (published !== null) {
    return published.toLowerCase() === current ? null : wanted(server, published, "likely");
  }
  const receiving = receivingName(server, incoming);
  const full = expectedUserName(sender, incoming);
  if (receiving !== null && receiving.toLowerCase() !== current && !receiving.includes("@")) {
    const why = text("rule_wrong_settings_why_receiving_name", server.userName, receiving);
    return problem("likely", why, { settings: { userName: receiving } });
  }
  if (current.includes("@") && [sender.address.toLowerCase(), receiving?.toLowerCase()].includes(current)) {
    return null;
  }
  // Receiving works with this short name: sending may want another form all the same.
  return current === full.toLowerCase()
    ? null
    : wanted(server, full, receiving === server.userName ? "possible" : "likely");
}

function wanted({ userName }: OutgoingServer, expected: string, certainty: "likely" | "possible"): Judgement {
  const key = userName.includes("@")
    ? "rule_wrong_settings_why_user_name"
    : "rule_wrong_settings_why_short_user_name";
  return problem(certainty, text(key, userName, expected), { settings: { userName: expected } });
}

function publishedName(server: OutgoingServer, candidates: readonly ProbedCandidate[]): string | null {
  const found = candidates.find(
    ({ source, settings }) =>
      publishers.includes(source) && settings.userName !== "" && isSameHost(settings, server),
  );
  return found?.settings.userName ?? null;
}

/** The name that works for receiving, at a server of the same owner; null where no password is saved for it. */
function receivingName(server: OutgoingServer, incoming: IncomingServer | null): string | null {
  const works = incoming !== null && incoming.savedPassword !== "no" && incoming.userName !== "";
  return works && sameOwner(incoming.host, server.host) ? incoming.userName : null;
}
