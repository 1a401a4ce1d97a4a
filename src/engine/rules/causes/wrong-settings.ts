// Guide cause 2: server name, port, connection security or form of the user name are wrong.
// Judges the settings, the refusal, and what the server answers when it is asked without signing in.

import { expectedHosts, submission, submissionOverTls } from "../../discovery/expected.js";
import { offeredBy, offersSignIn, type Probe } from "../../model/probe.js";
import { byPassword, effectivePort, signsIn } from "../../model/server-settings.js";
import { canUseOAuth2 } from "../../providers/password-wanted.js";
import { isOffered, signInFor } from "../../fixes/sign-in-for.js";
import { isSameHost } from "../../fixes/choose-endpoint.js";
import { explainsWithoutSignIn } from "../belief.js";
import { isSaid, refusesStrangers, strangerCertainty, sureness, takesStrangers } from "../blame.js";
import { text, type Judgement } from "../../model/finding.js";
import { defineRule, fine, problem, skipped, type Handed } from "../rule.js";
import { signInMade } from "../sign-in-made.js";
import { userNameForm } from "../user-name-form.js";

export const wrongSettings = defineRule({
  id: "wrong-settings",
  needs: ["sender", "server", "candidates"],
  mayUse: ["incoming", "refusal", "meaning", "probe"],
  judge(known) {
    return (
      swappedPortAndSecurity(known) ??
      noSecurity(known) ??
      passwordsNotTaken(known) ??
      methodNotOffered(known) ??
      unreachable(known) ??
      userNameForm(known) ??
      withoutProblem(known)
    );
  },
});

type Known = Handed<"sender" | "server" | "candidates", "incoming" | "refusal" | "meaning" | "probe">;

/** It answered, and has no room for us now (421, RFC 5321 §3.8): its settings may be as right as they were. */
function isBusy(probe: Probe | null): boolean {
  return probe?.answer.kind === "turned-away" && probe.answer.code === 421;
}

/** Ruled out by a sign-in that was made, or, as far as server, port and security go, by a look at the server. */
function withoutProblem({ server, refusal, meaning, probe }: Known): Judgement {
  const signedIn =
    signInMade(server, refusal) === "tried" &&
    refusal?.stage !== "auth" &&
    meaning?.reason !== "auth-required";
  if (isBusy(probe)) {
    return { verdict: "fine", note: text("rule_wrong_settings_note_busy", server.host) };
  }
  const answers = refusal === null && probe?.answer.kind === "answers";
  return signedIn || answers ? fine : skipped(refusal === null ? "probe" : "sign-in");
}

/** 465 speaks TLS from the first byte, 587 only after STARTTLS (RFC 8314 §3.3): the other way round never works. */
function swappedPortAndSecurity({ server, refusal, meaning }: Known): Judgement | null {
  const port = effectivePort(server);
  // Thunderbird itself saw a connection; a text that was pasted proves none.
  const connected = refusal?.fault === null && refusal.secure !== null;
  if (connected && meaning?.reason !== "tls-required") {
    return null;
  }
  if (port === 465 && server.security !== "tls") {
    const why = text("rule_wrong_settings_why_port_needs_tls", "465");
    return problem("likely", why, { settings: submissionOverTls });
  }
  if ((port === 587 || port === 25) && server.security === "tls") {
    const why = text("rule_wrong_settings_why_port_needs_starttls", String(port));
    return problem("likely", why, { settings: submission });
  }
  return null;
}

function noSecurity({ sender, server, refusal, meaning, probe, candidates }: Known): Judgement | null {
  if (server.security !== "none" || (refusal === null && takesStrangers(probe))) {
    return null;
  }
  const why = text("rule_wrong_settings_why_no_security", server.host);
  const cure = { settings: submission };
  if (refusal === null) {
    return problem("possible", why, cure);
  }
  const offeredNothing = refusal.offeredSignIn?.length === 0;
  if (refusal.fault === "sign-in-not-offered") {
    // An AUTH line with an empty list before TLS: Thunderbird stops there, and after STARTTLS the list is filled.
    return problem(offeredNothing ? "certain" : "likely", why, cure);
  }
  const byWords = meaning?.reason === "tls-required" ? sureness(meaning) : strangerCertainty(meaning);
  if (byWords !== null) {
    const known = meaning?.reason === "tls-required" || (offeredNothing && refusesStrangers(meaning));
    // Nobody has told what was offered on that connection; most servers offer no sign-in before TLS.
    const untold = refusal.fault === null && refusal.offeredSignIn === null && refusesStrangers(meaning);
    return known || offeredNothing || untold
      ? problem(known ? byWords : "likely", why, cure)
      : problem("possible", why, cure);
  }
  if (explainsWithoutSignIn(server, refusal, meaning, sender)) {
    return null;
  }
  const overTls = candidates.some(
    ({ settings, probe: seen }) =>
      settings.security !== "none" && isSameHost(settings, server) && offersSignIn(seen),
  );
  // Courier says "authentication rejected" before TLS; any server may have been told to.
  const refusedSignIn = isSaid(meaning) && meaning.reason === "auth-failed" && overTls;
  return problem(offeredNothing || refusedSignIn ? "likely" : "possible", why, cure);
}

function unreachable(known: Known): Judgement | null {
  const trouble = troubleReaching(known);
  const { sender, server, incoming, probe } = known;
  if (trouble === null) {
    return null;
  }
  const hosts = expectedHosts(sender, incoming);
  const [host] = hosts;
  const port = effectivePort(server);
  if (trouble !== "unknown-host" && port !== 587 && port !== 465) {
    const why = text("rule_wrong_settings_why_port", String(port));
    return problem("likely", why, { settings: submission });
  }
  if (host !== undefined && !hosts.includes(server.host.toLowerCase())) {
    const key =
      trouble === "unknown-host" ? "rule_wrong_settings_why_no_such_host" : "rule_wrong_settings_why_host";
    const why = text(key, server.host);
    return problem(probe === null ? "likely" : "certain", why, { settings: { host } });
  }
  // The right name by all accounts, and a pair the guide names: only the other pair is left to try.
  const other = port === 587 ? submissionOverTls : submission;
  const why = text("rule_wrong_settings_why_port", String(port));
  return probe === null || trouble === "unknown-host"
    ? null
    : problem(probe.answer.kind === "silent" ? "possible" : "likely", why, { settings: other });
}

/** Null where the server was reached: one that replied was, whatever a later look at it came to. */
function troubleReaching({ probe, refusal, meaning }: Known): "unknown-host" | "no-connection" | null {
  if (refusal?.fault === null && meaning?.reason !== "port-or-connection-blocked") {
    return null;
  }
  const seen = probe?.answer.kind ?? null;
  if (seen === "unknown-host") {
    return seen;
  }
  if (
    seen === "refused" ||
    seen === "silent" ||
    seen === "not-smtp" ||
    seen === "tls-failed" ||
    seen === "broken"
  ) {
    return "no-connection";
  }
  const silent = ["unreachable", "timeout", "interrupted", "starttls-not-offered"].includes(
    refusal?.fault ?? "",
  );
  return silent || meaning?.reason === "port-or-connection-blocked" || seen === "starttls-not-offered"
    ? "no-connection"
    : null;
}

/** Not this password, but passwords are refused, and OAuth2 is offered: Thunderbird has it for this server. */
function passwordsNotTaken({ server, refusal, meaning }: Known): Judgement | null {
  const turns =
    byPassword.includes(server.signIn) &&
    meaning?.matter === "sign-in-not-taken" &&
    canUseOAuth2(server.host, refusal?.offeredSignIn ?? null);
  const why = text("rule_wrong_settings_why_oauth2", server.host);
  return turns ? problem("certain", why, { settings: { signIn: "oauth2" } }) : null;
}

/** The server offers sign-in, but not the method that is chosen: Thunderbird gives up, or signs in nowhere. */
function methodNotOffered({ server, refusal, probe }: Known): Judgement | null {
  // The connection that failed tells what was offered on it; a look at the server is the next best.
  const offered = refusal?.offeredSignIn ?? offeredBy(probe) ?? [];
  if (!signsIn(server.signIn) || offered.length === 0 || isOffered(server.signIn, offered)) {
    return null;
  }
  const signIn = signInFor(server.signIn, offered);
  return signIn === null
    ? null
    : problem("certain", text("rule_wrong_settings_why_method", server.host), { settings: { signIn } });
}
