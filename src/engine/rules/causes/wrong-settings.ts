// Guide cause 2: server name, port, connection security or form of the user name are wrong.
// Judges what can be seen in the settings and the refusal; asking the servers comes as further evidence.

import { expectedHosts, expectedUserName, submission, submissionOverTls } from "../../discovery/expected.js";
import type { Sender } from "../../model/evidence.js";
import type { Refusal } from "../../model/refusal.js";
import { effectivePort, type IncomingServer, type OutgoingServer } from "../../model/server-settings.js";
import type { Classification } from "../../replies/reason.js";
import { mayRefuseStrangers } from "../blame.js";
import { defineRule, fine, problem, text, type Judgement } from "../rule.js";

export const wrongSettings = defineRule({
  id: "wrong-settings",
  guideCause: 2,
  needs: ["sender", "server"],
  mayUse: ["incoming", "refusal", "meaning"],
  judge({ sender, server, incoming, refusal, meaning }) {
    return (
      swappedPortAndSecurity(server, refusal, meaning) ??
      noSecurity(server, refusal, meaning) ??
      unreachable(sender, server, incoming, refusal, meaning) ??
      userNameForm(sender, server, incoming, meaning) ??
      fine
    );
  },
});

/** 465 speaks TLS from the first byte, 587 only after STARTTLS (RFC 8314 §3.3): the other way round never works. */
function swappedPortAndSecurity(
  server: OutgoingServer,
  refusal: Refusal | null,
  meaning: Classification | null,
): Judgement | null {
  const port = effectivePort(server);
  const connected = refusal !== null && refusal.fault === null;
  if (connected && meaning?.reason !== "tls-required") {
    return null;
  }
  if (port === 465 && server.security !== "tls") {
    const why = text("rule_wrong_settings_why_port_needs_tls", "465");
    return problem("likely", why, { settings: submissionOverTls, ownEntry: false });
  }
  if ((port === 587 || port === 25) && server.security === "tls") {
    const why = text("rule_wrong_settings_why_port_needs_starttls", String(port));
    return problem("likely", why, { settings: submission, ownEntry: false });
  }
  return null;
}

function noSecurity(
  server: OutgoingServer,
  refusal: Refusal | null,
  meaning: Classification | null,
): Judgement | null {
  if (server.security !== "none") {
    return null;
  }
  const why = text("rule_wrong_settings_why_no_security", server.host);
  const cure = { settings: submission, ownEntry: false };
  if (refusal === null) {
    return problem("possible", why, cure);
  }
  const offeredNothing = refusal.offeredSignIn?.length === 0 && mayRefuseStrangers(meaning);
  return meaning?.reason === "tls-required" || offeredNothing ? problem("certain", why, cure) : null;
}

function unreachable(
  sender: Sender,
  server: OutgoingServer,
  incoming: IncomingServer | null,
  refusal: Refusal | null,
  meaning: Classification | null,
): Judgement | null {
  const silent = ["unreachable", "timeout", "interrupted"].includes(refusal?.fault ?? "");
  if (!silent && meaning?.reason !== "port-or-connection-blocked") {
    return null;
  }
  const hosts = expectedHosts(sender, incoming);
  const [host] = hosts;
  if (host !== undefined && !hosts.includes(server.host.toLowerCase())) {
    const why = text("rule_wrong_settings_why_host", server.host, host);
    return problem("likely", why, { settings: { host }, ownEntry: false });
  }
  const port = effectivePort(server);
  if (port !== 587 && port !== 465) {
    const why = text("rule_wrong_settings_why_port", String(port));
    return problem("likely", why, { settings: submission, ownEntry: false });
  }
  return null;
}

/** The local part alone, or a name that neither receiving nor the address knows (a typing mistake). */
function userNameForm(
  sender: Sender,
  server: OutgoingServer,
  incoming: IncomingServer | null,
  meaning: Classification | null,
): Judgement | null {
  const userName = expectedUserName(sender, incoming);
  const known = [sender.address, incoming?.userName ?? ""].map((name) => name.toLowerCase());
  const isAddress = server.userName.includes("@");
  if (meaning?.reason !== "auth-failed" || (isAddress && known.includes(server.userName.toLowerCase()))) {
    return null;
  }
  const key = isAddress ? "rule_wrong_settings_why_user_name" : "rule_wrong_settings_why_short_user_name";
  return problem("likely", text(key, server.userName, userName), { settings: { userName }, ownEntry: false });
}
