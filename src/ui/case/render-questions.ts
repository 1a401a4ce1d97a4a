// The same settings as four simple questions, for who does not want to paste anything: the answers stand in
// Thunderbird's dialog Outgoing Server, and are offered in its words.

import type { Security, SignIn } from "../../engine/model/server-settings.js";
import type { ToldServer } from "../../engine/model/told-settings.js";
import { button } from "../kit/buttons.js";
import { element } from "../kit/elements.js";
import type { Texts } from "../kit/i18n.js";
import { valueName } from "../kit/values.js";

const securities: readonly Security[] = ["none", "starttls", "tls"];
const methods: readonly SignIn[] = [
  "none",
  "password",
  "encrypted-password",
  "kerberos",
  "ntlm",
  "oauth2",
  "unset",
];

export function renderQuestions(caseId: string, texts: Texts): HTMLElement {
  const select = (
    input: string,
    label: TextKeyWith<[]>,
    options: readonly (readonly [string, string])[],
  ): HTMLElement =>
    question(
      `${input}-${caseId}`,
      texts.text(label),
      element(
        "select",
        { id: `${input}-${caseId}`, "data-input": input },
        ...options.map(([value, name]) => element("option", { value }, name)),
      ),
    );
  const host = element("input", {
    id: `host-${caseId}`,
    "data-input": "host",
    type: "text",
    dir: "ltr",
    spellcheck: "false",
    autocomplete: "off",
  });
  const port = element("input", {
    id: `port-${caseId}`,
    "data-input": "port",
    type: "number",
    min: "1",
    max: "65535",
  });
  return element(
    "details",
    { class: "questions" },
    element("summary", {}, texts.text("ui_ask_questions")),
    element("p", { class: "note" }, texts.text("ui_ask_questions_where")),
    question(host.id, texts.text("ui_field_host"), host),
    question(port.id, texts.text("ui_field_port"), port),
    select(
      "security",
      "ui_field_security",
      securities.map((one) => [one, valueName("security", one, one, texts)]),
    ),
    select(
      "sign-in",
      "ui_field_sign_in",
      methods.map((one) => [one, valueName("signIn", one, "tls", texts)]),
    ),
    element("p", { class: "field-error", role: "alert" }),
    element("div", { class: "actions" }, button("answer-settings", texts.text("ui_action_read_settings"))),
  );
}

function question(id: string, label: string, field: HTMLElement): HTMLElement {
  return element("div", { class: "question" }, element("label", { for: id }, label), field);
}

/** The answers as they stand; what makes no sense of them is the background's to say. */
export function answersIn(around: HTMLElement | null): Extract<ToldServer, { kind: "answered" }> {
  const value = (input: string): string =>
    around?.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-input="${input}"]`)?.value ?? "";
  return {
    kind: "answered",
    host: value("host"),
    port: Number(value("port")),
    security: securities.find((one) => one === value("security")) ?? "none",
    signIn: methods.find((one) => one === value("sign-in")) ?? "unknown",
  };
}
