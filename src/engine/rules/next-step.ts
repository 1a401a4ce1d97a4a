// What is worth doing next where neither a wrong setting nor the innocence of all was found: by the fault, the matter, the
// reason, in this order. Every sentence is true in both editions; testing the settings in use is a button, not a sentence.

import type { ConnectionFault, Refusal } from "../model/refusal.js";
import { text, type Text } from "../model/finding.js";
import type { Classification, Matter } from "../model/reason.js";
import { isSaid } from "./blame.js";

const byFault: Readonly<Partial<Record<ConnectionFault, TextKeyWith<[]>>>> = {
  untold: "next_tell_alert",
  certificate: "next_certificate",
  "starttls-not-offered": "next_starttls_not_offered",
  "sign-in-not-offered": "next_sign_in_not_offered",
};

const byMatter: Readonly<Partial<Record<Matter, TextKeyWith<[]>>>> = {
  "locked-out": "next_locked_out",
  "sign-in-put-off": "next_sign_in_put_off",
  "account-disabled": "next_account_disabled",
  "sign-in-not-taken": "next_sign_in_not_offered",
  "own-address-unknown": "next_own_address",
};

export function nextStep({ code, fault }: Refusal, meaning: Classification | null): Text {
  const faulty = fault === null ? undefined : byFault[fault];
  if (faulty !== undefined) {
    return text(faulty);
  }
  if (!isSaid(meaning)) {
    return text(fault === null ? "next_words_unknown" : "next_ask_provider");
  }
  const matter = meaning.matter === undefined ? undefined : byMatter[meaning.matter];
  if (matter !== undefined) {
    return text(matter);
  }
  if (meaning.reason === "sender-not-allowed") {
    return text("next_own_address");
  }
  // "554 No SMTP service here" is an answer.
  const isUnreachable = meaning.reason === "port-or-connection-blocked" && code === null;
  return text(isUnreachable ? "next_unreachable" : "next_ask_provider");
}
