// Title and sign of every state. A check that nobody's failed message started speaks of settings, not of a message.

import type { DeliveryEvent } from "../../engine/model/delivery.js";
import { isOnlySaid } from "../../engine/model/reported.js";
import type { CaseView, Page, PageState } from "../../protocol.js";
import { icon, spinner } from "./elements.js";

type Sign = "alert" | "check" | "question" | "busy";

interface StateLook {
  readonly sign: Sign;
  /** Title where a message was refused. */
  readonly afterSend: TextKeyWith<[]>;
  /** Title of a check without a message. */
  readonly check: TextKeyWith<[]>;
}

const looks: Readonly<Record<PageState, StateLook>> = {
  checking: { sign: "busy", afterSend: "ui_state_not_sent", check: "ui_state_checking" },
  problem: { sign: "alert", afterSend: "ui_state_not_sent", check: "ui_state_problem" },
  "settings-fine": { sign: "alert", afterSend: "ui_state_not_sent", check: "ui_state_settings_fine" },
  "need-input": { sign: "question", afterSend: "ui_state_not_sent", check: "ui_state_need_input" },
  healthy: { sign: "check", afterSend: "ui_state_healthy", check: "ui_state_healthy" },
  fixing: { sign: "busy", afterSend: "ui_state_fixing", check: "ui_state_fixing" },
  fixed: { sign: "check", afterSend: "ui_state_fixed", check: "ui_state_fixed" },
  sending: { sign: "busy", afterSend: "ui_state_sending", check: "ui_state_sending" },
  sent: { sign: "check", afterSend: "ui_state_sent", check: "ui_state_sent" },
  failed: { sign: "alert", afterSend: "ui_state_not_sent", check: "ui_state_failed" },
};

export const busyStates: ReadonlySet<PageState> = new Set(["checking", "fixing", "sending"]);

/** The title of one case. */
export function titleOf(view: CaseView): TextKeyWith<[]> {
  if (["failed", "problem", "settings-fine"].includes(view.state) && view.outcome?.kind === "refused-again") {
    return "ui_state_still_not_sent";
  }
  if (view.refusal === null && view.state === "failed" && view.outcome?.kind === "not-proven") {
    return "ui_state_not_proven";
  }
  if (view.refusal === null && view.state === "need-input" && view.asksPassword !== null) {
    return "ui_state_password_needed";
  }
  if (view.state === "fixing" && view.outcome?.kind === "testing") {
    return "ui_state_testing";
  }
  const asFound =
    looks[view.state].afterSend === "ui_state_not_sent" ||
    (view.state === "healthy" && view.reported?.notice !== undefined);
  if (view.reported !== null && asFound) {
    return reportedTitle(view.reported);
  }
  const conclusion = view.diagnosis?.conclusion.kind;
  if (view.refusal === null && conclusion === "not-enough-evidence" && view.state === "problem") {
    return "ui_state_need_input";
  }
  if (view.refusal === null && conclusion === "left-alone") {
    return "ui_state_left_alone";
  }
  return view.refusal === null ? looks[view.state].check : looks[view.state].afterSend;
}

const notices: Readonly<Record<DeliveryEvent, TextKeyWith<[]>>> = {
  failed: "ui_state_not_delivered",
  delayed: "ui_state_delayed",
  delivered: "ui_state_delivered",
  relayed: "ui_state_relayed",
  expanded: "ui_state_relayed",
};

/** A message that came back had been sent, and one that somebody else sent is none of the user's. */
function reportedTitle(reported: NonNullable<CaseView["reported"]>): TextKeyWith<[]> {
  const { found, by, ownMessage, notice } = reported;
  if (ownMessage === "no") {
    return "ui_state_not_yours";
  }
  if (notice !== undefined) {
    return isOnlySaid(reported) ? "ui_state_only_said" : notices[notice.event];
  }
  return found === "returned-mail" || by === "other-server" ? "ui_state_not_delivered" : "ui_state_not_sent";
}

const wholePage: ReadonlyMap<PageState, TextKeyWith<[]>> = new Map([
  ["checking", "ui_state_checking_all"],
  ["problem", "ui_state_problem_all"],
  ["settings-fine", "ui_state_healthy"],
]);

/** The title of a whole page of accounts. */
export function pageTitleOf({ state, cases }: Page): TextKeyWith<[]> {
  if (state === "need-input" && cases.some(({ asksPassword }) => asksPassword !== null)) {
    return "ui_state_password_needed";
  }
  if (state === "failed" && cases.some(({ outcome }) => outcome?.kind === "not-proven")) {
    return "ui_state_not_proven";
  }
  const tells = state === "need-input" ? null : noticesTitle(cases);
  if (tells !== null) {
    return tells;
  }
  const refused = state === "settings-fine" ? cases.find(isMessage) : undefined;
  if (refused !== undefined) {
    return titleOf(refused);
  }
  return isLeftAlone(cases) ? "ui_state_left_alone" : (wholePage.get(state) ?? looks[state].check);
}

/** One that was not sent, whatever the settings; a mail that came back is told by its notice. */
function isMessage({ refusal, reported }: CaseView): boolean {
  return refusal !== null && reported?.notice === undefined;
}

/** Nothing was looked at, so nothing can have been found. */
function isLeftAlone(cases: readonly CaseView[]): boolean {
  return (
    cases.length > 0 &&
    !cases.some(isMessage) &&
    cases.every(({ diagnosis }) => diagnosis?.conclusion.kind === "left-alone")
  );
}

/** Several returned mails: what the worst is that is more than a mail's own word; null where there is no such mail. */
function noticesTitle(cases: readonly CaseView[]): TextKeyWith<[]> | null {
  const all = cases.flatMap(({ reported }) => (reported?.notice === undefined ? [] : [reported]));
  const known = all.filter((reported) => !isOnlySaid(reported)).map(({ notice }) => notice?.event);
  if (known.includes("failed")) {
    return "ui_state_several_returned";
  }
  if (all.length === 0 || all.length < cases.length) {
    return null;
  }
  return known.length < all.length
    ? "ui_state_several_said"
    : known.includes("delayed")
      ? "ui_state_several_delayed"
      : "ui_state_several_arrived";
}

/** The sign beside a case's title. */
export function caseSignOf({ state, refusal, reported, diagnosis }: CaseView): Element {
  if (reported !== null && (isOnlySaid(reported) || reported.notice?.event === "delayed")) {
    return icon("info");
  }
  if (state === "settings-fine" && refusal === null) {
    return icon(diagnosis?.conclusion.kind === "left-alone" ? "info" : "check");
  }
  return signOf(state);
}

/** The sign beside the title of a whole page of accounts. */
export function pageSignOf(state: PageState, cases: readonly CaseView[] = []): Element {
  if (isLeftAlone(cases)) {
    return icon("info");
  }
  if (state !== "settings-fine" || cases.some(isMessage)) {
    return signOf(state);
  }
  if (!cases.some(({ reported, refusal }) => reported?.notice !== undefined && refusal !== null)) {
    return icon("check");
  }
  return noticesTitle(cases) === "ui_state_several_returned" ? signOf(state) : icon("info");
}

function signOf(state: PageState): Element {
  const { sign } = looks[state];
  return sign === "busy" ? spinner() : icon(sign);
}
