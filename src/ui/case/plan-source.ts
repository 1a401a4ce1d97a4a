// Where the plan's values come from, and the host that nobody vouches for: what a careful user reads before the button.

import type { Agreement } from "../../engine/model/agreement.js";
import type { Plan } from "../../engine/model/finding.js";
import type { CandidateSource } from "../../engine/model/probe.js";
import type { SignIn } from "../../engine/model/server-settings.js";
import type { CaseView } from "../../protocol.js";
import { element, icon } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";

const sources: Readonly<Record<CandidateSource, TextKeyWith<[] | [string]>>> = {
  policy: "ui_source_policy",
  thunderbird: "ui_source_thunderbird",
  isp: "ui_source_isp",
  ispdb: "ui_source_ispdb",
  mx: "ui_source_mx",
  srv: "ui_source_srv",
  incoming: "ui_source_incoming",
  certificate: "ui_source_certificate",
  note: "ui_source_note",
  guide: "ui_source_guide",
};

const withoutPassword: ReadonlySet<SignIn> = new Set(["unset", "none", "oauth2", "kerberos", "certificate"]);

/** One short line under the table; null where the values follow from the present ones. */
export function renderSource({ source, asksAbout }: Plan, domain: string, texts: Texts): HTMLElement | null {
  if (source === null) {
    return null;
  }
  // The provider's page, which led to somebody else's: else nothing would have to be asked.
  const key = source === "isp" && asksAbout !== null ? "ui_source_isp_elsewhere" : sources[source];
  return element(
    "p",
    { class: "note", "data-source": source },
    icon("info"),
    element("span", {}, texts.text(key, domain)),
  );
}

/** Names the host before anything secret goes there (DESIGN §5, Credentials). */
export function renderAsksAbout({ diagnosis, state }: CaseView, texts: Texts): HTMLElement | null {
  const plan = diagnosis?.plan ?? null;
  if (plan?.asksAbout == null || !["problem", "need-input", "failed"].includes(state)) {
    return null;
  }
  const { host, passwordOf } = plan.asksAbout;
  const sentence = withoutPassword.has(plan.settings.signIn)
    ? texts.text("ui_asks_about_mail", host)
    : texts.text(
        plan.source === "note" ? "ui_asks_about_password_listed" : "ui_asks_about_password",
        passwordOf,
        host,
      );
  return element(
    "p",
    { class: "outcome warning", "data-asks-about": host, "data-password-of": passwordOf },
    icon("alert"),
    element("span", {}, sentence),
  );
}

/** The question that is to be read there now: what a click in that card agrees to. */
export function shownQuestion(card: Element | null): Agreement | null {
  const { asksAbout, passwordOf } = card?.querySelector<HTMLElement>("[data-asks-about]")?.dataset ?? {};
  return asksAbout === undefined || passwordOf === undefined ? null : { host: asksAbout, passwordOf };
}
