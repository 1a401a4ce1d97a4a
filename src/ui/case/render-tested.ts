// What came of *Test sending*, in one true sentence: how far the server let it go, and what it said there.

import type { Tested } from "../../engine/model/trial.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { serverText } from "../kit/server-text.js";

const notTried: Readonly<Record<Extract<Tested["came"], string>, TextKeyWith<[] | [string]>>> = {
  "not-signed-in": "ui_tested_not_signed_in",
  "no-password": "ui_tested_no_password",
  "primary-password": "ui_tested_primary_password",
  withheld: "ui_tested_withheld",
  unreachable: "ui_tested_unreachable",
  "locked-out": "ui_tested_locked_out",
  offline: "ui_tested_offline",
  "not-tried": "ui_tested_not_tried",
};

/** `recipients`: of the message that failed; without one the account's own address stood in for them. */
export function renderTested(
  { came, userName, host }: Tested,
  recipients: readonly string[],
  texts: Texts,
): HTMLElement {
  const result = typeof came === "string" ? came : came.kind === "accepted" ? "accepted" : came.refusal.stage;
  const words = typeof came !== "string" && came.kind === "refused" ? came.refusal.lines : [];
  const said = words.some((line) => line.trim() !== "");
  return element(
    "div",
    { class: "tested", "data-outcome": "tested", "data-tested": result },
    element(
      "p",
      { class: "outcome" },
      icon(result === "accepted" ? "check" : "info"),
      result === "accepted" && recipients.length === 0
        ? texts.text("ui_tested_works_alone", userName, host)
        : sentence(came, userName, host, texts),
    ),
    said ? serverText(words, texts.text("ui_server_words")) : null,
  );
}

function sentence(came: Tested["came"], userName: string, host: string, texts: Texts): string {
  if (typeof came === "string") {
    return texts.text(notTried[came], host);
  }
  if (came.kind === "accepted") {
    return texts.text("ui_tested_works", userName, host);
  }
  switch (came.refusal.fault === null ? came.refusal.stage : "connect") {
    case "auth":
      return texts.text("ui_tested_sign_in_refused", host, userName);
    case "mail":
      return texts.text("ui_tested_sender_refused", userName, host);
    case "rcpt":
    case "data":
      return texts.text("ui_tested_recipient_refused", userName, host);
    default:
      return texts.text("ui_tested_stopped", host);
  }
}
