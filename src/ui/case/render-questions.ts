// The same settings as four simple questions, for who does not want to paste anything: the answers stand in
// Thunderbird's dialog Outgoing Server, and are offered in its words.

import type { Security, SignIn } from "../../engine/model/server-settings.js";
import type { ToldServer } from "../../engine/model/told-settings.js";
import { choice, withLabel } from "../kit/asked-fields.js";
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
  const question = (label: TextKeyWith<[]>, field: HTMLElement): HTMLElement =>
    withLabel("question", texts.text(label), field);
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
  const secured = securities.map((one) => [one, valueName("security", one, one, texts)] as const);
  const signIns = methods.map((one) => [one, valueName("signIn", one, "tls", texts)] as const);
  return element(
    "details",
    { class: "questions" },
    element("summary", {}, texts.text("ui_ask_questions")),
    element("p", { class: "note" }, texts.text("ui_ask_questions_where")),
    question("ui_field_host", host),
    question("ui_field_port", port),
    question("ui_field_security", choice(`security-${caseId}`, "security", secured)),
    question("ui_field_sign_in", choice(`sign-in-${caseId}`, "sign-in", signIns)),
    element("p", { class: "field-error", role: "alert" }),
    element("div", { class: "actions" }, button("answer-settings", texts.text("ui_action_read_settings"))),
  );
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
