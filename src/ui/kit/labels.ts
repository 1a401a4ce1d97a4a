// Thunderbird's own labels, in the language it runs in, where our texts name one (`_locales`: "[[account-settings]]"):
// what stands on the page stands on the screen. English is here; the other languages are in thunderbird-labels.json, made
// by src/build/thunderbird-labels.mjs out of Thunderbird's language packs.

/** As Thunderbird writes them (153), without the colon of a field. */
export const english = {
  settings: "Settings",
  "account-settings": "Account Settings",
  "outgoing-server": "Outgoing Server",
  edit: "Edit…",
  add: "Add…",
  ok: "OK",
  cancel: "Cancel",
  "server-name": "Server Name",
  port: "Port",
  "user-name": "User Name",
  "connection-security": "Connection security",
  "no-security": "None",
  "authentication-method": "Authentication method",
  "no-authentication": "No authentication",
  "normal-password": "Normal password",
  "password-insecurely": "Password, transmitted insecurely",
  "encrypted-password": "Encrypted password",
  "manage-identities": "Manage Identities…",
  help: "Help",
  "troubleshooting-information": "Troubleshooting Information",
  "copy-text": "Copy text to clipboard",
  "privacy-security": "Privacy & Security",
  "saved-passwords": "Saved Passwords…",
  outbox: "Outbox",
  sent: "Sent",
  drafts: "Drafts",
  "add-ons-and-themes": "Add-ons and Themes",
  "primary-password": "Primary Password",
  "sending-message": "Sending Message",
  "edit-as-new": "Edit As New Message",
  "password-original": "Password, original method (insecure)",
  "tls-certificate": "TLS Certificate",
  "any-secure-method": "Any secure method (deprecated)",
  "any-method": "Any method (insecure)",
  "get-messages": "Get Messages",
  options: "Options",
  "delivery-status-notification": "Delivery Status Notification",
} as const;

export type LabelName = keyof typeof english;
export type Labels = Readonly<Record<LabelName, string>>;
/** By language, in small letters; what a language has not translated is not in it. */
export type LabelsByLanguage = Readonly<Record<string, Partial<Labels>>>;

/** Of `language` ("de", "pt-BR"); of a neighbour where Thunderbird does not ship it; else English. */
export function labelsIn(language: string, all: LabelsByLanguage): Labels {
  const languages = new Map(Object.entries(all));
  const tag = language.toLowerCase().replaceAll("_", "-");
  const [base = ""] = tag.split("-");
  const kin = [...languages.keys()].find((name) => name === base || name.startsWith(`${base}-`));
  const own = base === "en" ? {} : (languages.get(tag) ?? languages.get(kin ?? ""));
  return { ...english, ...own };
}

/** Fills the labels in; each in one piece where Thunderbird's language may run the other way than the text. */
export function labelled(text: string, labels: Labels, direction: "ltr" | "rtl" = "ltr"): string {
  const known = new Map<string, string>(Object.entries(labels));
  return text.replace(/\[\[([a-z-]{1,40})\]\]/g, (whole, name: string) => {
    const label = known.get(name) ?? whole;
    return direction === "rtl" || /[\u0590-\u08ff]/.test(label) ? `\u2068${label}\u2069` : label;
  });
}
