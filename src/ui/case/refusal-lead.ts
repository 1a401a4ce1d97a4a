// The one sentence under the title: who refused, or what went wrong before anybody could refuse.

import type { Reason } from "../../engine/model/reason.js";
import { isOnlySaid, type Reported } from "../../engine/model/reported.js";
import type { ConnectionFault, Refusal, SmtpStage } from "../../engine/model/refusal.js";
import { asSentence } from "../kit/full-stop.js";
import type { Texts } from "../kit/i18n.js";

const faults: Readonly<Record<ConnectionFault, TextKeyWith<[] | [string]>>> = {
  unreachable: "ui_fault_unreachable",
  timeout: "ui_fault_timeout",
  interrupted: "ui_fault_interrupted",
  certificate: "ui_fault_certificate",
  "starttls-not-offered": "ui_fault_starttls_not_offered",
  "sign-in-not-offered": "ui_fault_sign_in_not_offered",
  "no-server": "ui_fault_no_server",
  untold: "ui_fault_untold",
  other: "ui_fault_other",
};

/** In place of those that have the server's name in their middle, where nobody knows it: "The server" begins a sentence. */
const nameless: Readonly<Partial<Record<ConnectionFault, (texts: Texts) => string>>> = {
  unreachable: (texts) => asSentence(texts.text("reason_port_or_connection_blocked_title"), texts),
  interrupted: (texts) => texts.text("ui_tried_broken"),
  certificate: (texts) => asSentence(texts.text("rule_certificate_untrusted_title"), texts),
  other: (texts) => texts.text("ui_tried_broken"),
};

const steps: Readonly<Record<Exclude<SmtpStage, "unknown">, TextKeyWith<[]>>> = {
  connect: "ui_step_connect",
  greeting: "ui_step_greeting",
  ehlo: "ui_step_ehlo",
  starttls: "ui_step_starttls",
  auth: "ui_step_auth",
  mail: "ui_step_mail",
  rcpt: "ui_step_rcpt",
  data: "ui_step_data",
};

/** Refusals that leave the message alone and mean: not for you, not through me. */
const passesOn: Readonly<Record<Reason, boolean>> = {
  "relay-denied": true,
  "auth-required": true,
  "auth-failed": false,
  "sender-not-allowed": true,
  "tls-required": false,
  "port-or-connection-blocked": false,
  "wrong-server-not-hosting": true,
  "not-a-client-config-problem": false,
};

/** "mail.example.com refused to pass it on." `reason` is null while nobody has judged the words yet. */
export function refusalLead(
  refusal: Refusal,
  host: string | null,
  reason: Reason | null,
  texts: Texts,
): string {
  const server = host ?? texts.text("ui_the_server");
  if (refusal.fault !== null) {
    const unnamed = host === null ? nameless[refusal.fault] : undefined;
    return unnamed === undefined ? texts.text(faults[refusal.fault], server) : unnamed(texts);
  }
  if (refusal.stage === "auth") {
    return texts.text("ui_refused_sign_in", server);
  }
  return texts.text(reason !== null && passesOn[reason] ? "ui_refused_to_pass_on" : "ui_refused", server);
}

/** What a notice of delivery says has happened, where nobody has refused or nobody vouches for it; null where one has. */
export function noticeLead(reported: Reported, texts: Texts): string | null {
  const { notice, by, ownMessage, reportingServer } = reported;
  if (notice === undefined || ownMessage === "no") {
    return null;
  }
  const { event, retryUntil } = notice;
  const late = event === "delayed";
  if (isOnlySaid(reported)) {
    return texts.text(event === "failed" ? "ui_said_failed" : late ? "ui_said_delayed" : "ui_said_arrived");
  }
  switch (event) {
    case "failed":
      return by === "unknown" ? texts.text("ui_not_handed_over") : null;
    case "delayed": {
      const until = retryUntil === null ? Number.NaN : Date.parse(retryUntil);
      return Number.isNaN(until)
        ? texts.text("ui_delayed_lead")
        : texts.text("ui_delayed_until", texts.time(until));
    }
    case "delivered":
      return texts.text("ui_delivered_lead", reportingServer ?? texts.text("ui_the_server"));
    case "relayed":
    case "expanded":
      return texts.text("ui_relayed_lead");
  }
}

/** Who refused whom, where the refusal came as a text or in a returned mail. */
export function reportedLead(
  { by, reportingServer, refusingServer, notice }: Reported,
  refusal: Refusal,
  host: string | null,
  reason: Reason | null,
  texts: Texts,
): string {
  if (by === "own-server") {
    return refusalLead(refusal, refusingServer ?? reportingServer ?? host, reason, texts);
  }
  // A notice is mostly the own server's; one that refused without being named is another.
  const named = refusingServer ?? (notice === undefined ? reportingServer : null);
  return named === null
    ? texts.text("ui_refused_by_another")
    : texts.text("ui_refused_by_another_named", named);
}

/** "Code 550 5.7.1, at the recipient step", as much of it as is known: a returned mail tells no step. */
export function refusalMeta(refusal: Refusal, texts: Texts): string | null {
  if (refusal.fault !== null) {
    return null;
  }
  const code = [refusal.code?.toString() ?? "", refusal.enhancedCode ?? ""].filter(Boolean).join(" ");
  if (refusal.stage === "unknown") {
    return code === "" ? null : texts.text("ui_reply_code", code);
  }
  const step = texts.text(steps[refusal.stage]);
  return code === "" ? texts.text("ui_reply_step", step) : texts.text("ui_reply_code_step", code, step);
}
