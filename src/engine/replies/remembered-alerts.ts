// Thunderbird's common alerts about a failed send, for users who remember one and have not copied it: what each says as
// a refusal. How an alert begins, in the user's language, is `_locales`'. What nobody remembers (codes) stays unknown.

import { rememberedAlerts, type RememberedAlert } from "../model/remembered-alert.js";
import { bareRefusal, type Refusal } from "../model/refusal.js";

interface Said extends Pick<Refusal, "stage" | "fault"> {
  /** The server's words, where the alert is known by them. */
  readonly words: string | null;
}

const said: Readonly<Record<RememberedAlert, Said>> = {
  relay: { stage: "rcpt", fault: null, words: "relay not permitted" },
  "sign-in-required": { stage: "mail", fault: null, words: "authentication required" },
  "sign-in-failed": { stage: "auth", fault: null, words: "authentication failed" },
  "sender-refused": { stage: "mail", fault: null, words: "sender address rejected: not owned by user" },
  unreachable: { stage: "connect", fault: "unreachable", words: null },
  timeout: { stage: "connect", fault: "timeout", words: null },
  spam: { stage: "data", fault: null, words: "message rejected as spam" },
  "recipient-unknown": { stage: "rcpt", fault: null, words: "no such user here" },
  other: { stage: "unknown", fault: "untold", words: null },
};

export function isRememberedAlert(name: string): name is RememberedAlert {
  return (rememberedAlerts as readonly string[]).includes(name);
}

export function refusalOfAlert(alert: RememberedAlert, recipients: readonly string[]): Refusal {
  const { stage, fault, words } = said[alert];
  return { ...bareRefusal, stage, fault, lines: words === null ? [] : [words], recipients };
}
