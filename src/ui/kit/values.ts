// Names and values of settings in the words of Thunderbird's own dialog for outgoing servers, so that a user can
// compare. Values arrive as the engine's (model/server-settings.ts), written as strings in a `Change`.

import type { Change } from "../../engine/model/finding.js";
import type { ChangedField } from "../../engine/model/server-settings.js";
import type { Texts } from "./i18n.js";
import { visible } from "./server-text.js";

/** `name`: value of `data-change` (the tests' contract). */
const fields: Readonly<
  Record<
    Change["field"] | Exclude<ChangedField, "users">,
    { readonly name: string; readonly label: TextKeyWith<[]> }
  >
> = {
  host: { name: "host", label: "ui_field_host" },
  port: { name: "port", label: "ui_field_port" },
  security: { name: "security", label: "ui_field_security" },
  signIn: { name: "sign-in", label: "ui_field_sign_in" },
  userName: { name: "user-name", label: "ui_field_user_name" },
  server: { name: "server", label: "ui_field_server" },
  password: { name: "password", label: "ui_field_password" },
};

const securities: ReadonlyMap<string, TextKeyWith<[]>> = new Map([
  ["none", "ui_security_none"],
  ["starttls", "ui_security_starttls"],
  ["tls", "ui_security_tls"],
]);

const methods: ReadonlyMap<string, TextKeyWith<[]>> = new Map([
  ["unset", "ui_value_not_set"],
  ["none", "ui_sign_in_none"],
  ["old", "ui_sign_in_old"],
  ["encrypted-password", "ui_sign_in_encrypted_password"],
  ["kerberos", "ui_sign_in_kerberos"],
  ["ntlm", "ui_sign_in_ntlm"],
  ["certificate", "ui_sign_in_certificate"],
  ["secure", "ui_sign_in_secure"],
  ["any", "ui_sign_in_any"],
  ["oauth2", "ui_sign_in_oauth2"],
  ["unknown", "ui_value_unknown"],
]);

/** Which password, never the password. */
const passwords: ReadonlyMap<string, TextKeyWith<[]>> = new Map([
  ["outgoing", "ui_password_saved_outgoing"],
  ["incoming", "ui_password_saved_incoming"],
  ["typed", "ui_password_typed"],
  ["none", "ui_password_none"],
]);

export interface ShownChange {
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The changes as shown. Thunderbird's name for a plain password depends on whether the connection is secured, so each
 * side is named by the security of its own side; `security` is the plan's, which holds where none is changed.
 */
export function shownChanges(
  changes: readonly Change[],
  security: string,
  texts: Texts,
): readonly ShownChange[] {
  const before = changes.find((change) => change.field === "security")?.from ?? security;
  return changes.map((change) => ({
    name: fields[change.field].name,
    label: texts.text(fields[change.field].label),
    from: valueName(change.field, change.from, before, texts),
    to: valueName(change.field, change.to, security, texts),
  }));
}

/** As `data-change` calls it. */
export function fieldName(field: Change["field"]): string {
  return fields[field].name;
}

/** What somebody else has changed, by name, in a row. */
export function namesOf(changed: readonly ChangedField[], texts: Texts): string {
  return texts.list(
    changed.map((field) => texts.text(field === "users" ? "ui_field_users" : fields[field].label)),
  );
}

/** "SSL/TLS" and the like. */
export function securityName(security: string, texts: Texts): string {
  return named(securities.get(security), security, texts);
}

/** The bare value, as it is to stand in Thunderbird's dialog. */
export function valueName(
  field: Change["field"],
  value: string | null,
  security: string,
  texts: Texts,
): string {
  if (value === null) {
    return texts.text("ui_value_unknown");
  }
  if (field === "password") {
    // Whatever else might stand there is not shown: it could be one.
    return texts.text(passwords.get(value) ?? "ui_value_unknown");
  }
  if (value === "") {
    return texts.text("ui_value_not_set");
  }
  if (field === "security") {
    return securityName(value, texts);
  }
  if (field === "signIn") {
    const password = security === "none" ? "ui_sign_in_password_insecure" : "ui_sign_in_password";
    return named(value === "password" ? password : methods.get(value), value, texts);
  }
  return field === "port" && value === "0" ? texts.text("ui_value_default") : visible(value);
}

function named(key: TextKeyWith<[]> | undefined, value: string, texts: Texts): string {
  return key === undefined ? value : texts.text(key);
}
