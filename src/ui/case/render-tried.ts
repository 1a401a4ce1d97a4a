// Nothing could be proven, so nothing was changed: each thing that was tried with what answered, and what to do next.

import type { Matter } from "../../engine/model/reason.js";
import type { CaseView, Outcome, Tried } from "../../protocol.js";
import { element, icon, breakable, section } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { refusalLead, refusalMeta } from "./refusal-lead.js";
import { serverText, visible } from "../kit/server-text.js";
import { securityName } from "../kit/values.js";

type Answer = Tried["answer"];
type Unreachable = Extract<Answer, { readonly kind: "unreachable" }>["because"];
type WithoutWords = Exclude<Answer["kind"], "refused" | "permission-refused" | "unreachable"> | Unreachable;

const answers: Readonly<Record<WithoutWords, TextKeyWith<[]>>> = {
  "unknown-host": "ui_tried_unknown_host",
  refused: "ui_tried_connection_refused",
  silent: "ui_tried_silent",
  certificate: "ui_tried_certificate",
  "tls-failed": "ui_tried_tls_failed",
  "starttls-not-offered": "ui_tried_starttls_not_offered",
  "not-smtp": "ui_tried_not_smtp",
  broken: "ui_tried_broken",
  "no-sign-in-offered": "ui_tried_no_sign_in_offered",
  "password-withheld": "ui_tried_password_withheld",
  "permission-withheld": "ui_tried_permission_withheld",
};

/** So many stand on the page; the others are among the details. */
const triedAtOnce = 3;

export function renderNotProven(
  { tried }: Extract<Outcome, { readonly kind: "not-proven" }>,
  texts: Texts,
): HTMLElement {
  return element(
    "div",
    { class: "not-proven", "data-outcome": "not-proven" },
    element("p", { class: "outcome" }, icon("info"), texts.text("ui_not_proven")),
    triedList(tried.slice(0, triedAtOnce), texts),
    renderNext(nextStep(tried), texts),
  );
}

/** What is to be done next where the settings are proven, and the server does not take the message. */
export function renderAskProvider(texts: Texts): HTMLElement {
  return renderNext("ui_not_proven_do_provider", texts);
}

function renderNext(key: TextKeyWith<[]>, texts: Texts): HTMLElement {
  return section({ class: "why" }, texts.text("ui_next_step"), element("p", {}, texts.text(key)));
}

/** For the details: the servers that were looked at and would not do, what else was tried, and how many were not; or null. */
export function renderFurtherTried(
  { looked, notAsked, outcome }: CaseView,
  texts: Texts,
): HTMLElement | null {
  const further = outcome?.kind === "not-proven" ? outcome.tried.slice(triedAtOnce) : looked;
  return further.length === 0 && notAsked === 0
    ? null
    : element(
        "div",
        {},
        element("h3", {}, texts.text("ui_servers_asked")),
        further.length === 0 ? null : triedList(further, texts),
        notAsked === 0
          ? null
          : element("p", { "data-not-asked": "" }, texts.text("ui_servers_not_asked", String(notAsked))),
      );
}

function triedList(tried: readonly Tried[], texts: Texts): HTMLElement {
  return element("ul", { class: "tried" }, ...tried.map((attempt) => renderTried(attempt, texts)));
}

/** In one line, for the report. */
export function triedLine(tried: Tried, texts: Texts): string {
  const { lead, said, meta } = answered(tried, texts);
  const words = [lead, said.map(visible).join(" "), meta === null ? "" : `(${meta})`].filter(Boolean);
  return texts.text("ui_fact_line", placeOf(tried, texts), words.join(" "));
}

function placeOf({ host, port, security }: Tried, texts: Texts): string {
  const secured = security === "none" ? texts.text("ui_tried_no_encryption") : securityName(security, texts);
  return texts.text("ui_tried_place", host, String(port), secured);
}

function renderTried(tried: Tried, texts: Texts): HTMLElement {
  const { lead, said, meta } = answered(tried, texts);
  const { answer } = tried;
  return element(
    "li",
    { "data-tried": answer.kind === "unreachable" ? answer.because : answer.kind },
    element("p", { class: "place" }, breakable(placeOf(tried, texts))),
    element("p", {}, lead),
    said.length === 0 ? null : serverText(said, texts.text("ui_server_words")),
    meta === null ? null : element("p", { class: "meta" }, meta),
  );
}

/** The server's own words with code and step; a connection that broke at some step has none. */
function answered(
  { host, answer }: Tried,
  texts: Texts,
): { readonly lead: string; readonly said: readonly string[]; readonly meta: string | null } {
  if (answer.kind !== "refused" && answer.kind !== "permission-refused") {
    const how = answer.kind === "unreachable" ? answer.because : answer.kind;
    return { lead: texts.text(answers[how]), said: [], meta: null };
  }
  const { kind, refusal } = answer;
  const meta = refusalMeta(refusal, texts);
  if (refusal.fault !== null) {
    return { lead: refusalLead(refusal, host, null, texts), said: [], meta };
  }
  const isSaid = refusal.lines.some((line) => line.trim() !== "");
  const ofStage = refusal.stage === "auth" ? "ui_tried_sign_in_refused" : "ui_tried_refused";
  const lead = kind === "permission-refused" ? "ui_tried_permission_refused" : ofStage;
  return {
    lead: texts.text(isSaid ? lead : "ui_tried_refused_silently"),
    said: isSaid ? refusal.lines : [],
    meta,
  };
}

const connectionItself: ReadonlySet<Unreachable> = new Set(["unknown-host", "refused", "silent", "broken"]);

/** Words at the sign-in that say more than that it was refused. */
const atSignIn: Readonly<Partial<Record<Matter, TextKeyWith<[]>>>> = {
  "locked-out": "next_locked_out",
  "sign-in-put-off": "next_sign_in_put_off",
  "account-disabled": "next_account_disabled",
};

/** A password that is not taken anywhere is the user's to check; no server at all is rather the connection's fault. */
function nextStep(tried: readonly Tried[]): TextKeyWith<[]> {
  const matters = tried.flatMap(({ answer }) =>
    answer.kind === "refused" && answer.matter !== undefined ? [answer.matter] : [],
  );
  const told = matters.map((matter) => atSignIn[matter]).find((key) => key !== undefined);
  if (told !== undefined) {
    return told;
  }
  if (tried.some(({ answer }) => answer.kind === "permission-refused")) {
    return "ui_not_proven_do_permission";
  }
  if (tried.some(({ answer }) => answer.kind === "refused" && answer.refusal.stage === "auth")) {
    return "ui_not_proven_do_password";
  }
  const noneReached = tried.every(
    ({ answer }) => answer.kind === "unreachable" && connectionItself.has(answer.because),
  );
  return noneReached ? "ui_not_proven_do_connection" : "ui_not_proven_do_provider";
}
