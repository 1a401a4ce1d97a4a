// The names of all rules: what findings, plans and pages may speak of. One file each in rules/causes.

export const ruleIds = [
  "authentication-off",
  "certificate-name",
  "certificate-untrusted",
  "credentials-rejected",
  "foreign-server",
  "outgoing-server-missing",
  "pop-before-smtp",
  "port-25",
  "sender-mismatch",
  "wrong-settings",
] as const;
export type RuleId = (typeof ruleIds)[number];
