// What an organization has settled for its users beside its own servers (policies.json, "3rdparty"; its schema:
// src/company). A value that is not well formed counts as not there.

export interface CompanyPolicy {
  /** Nothing is looked up on the net, whatever the user wants. */
  readonly isLookUpForbidden: boolean;
  /** Whether pages open by themselves is settled; null: the user's to say. */
  readonly quiet: boolean | null;
  /** Whom users ask: a mail address, a page (https) or a telephone number; null: nobody is named. */
  readonly supportAddress: string | null;
}

export function companyPolicy(managed: Readonly<Record<string, unknown>>): CompanyPolicy {
  const { lookUpSettings, quiet, supportAddress } = managed;
  return {
    isLookUpForbidden: lookUpSettings === false,
    quiet: typeof quiet === "boolean" ? quiet : null,
    supportAddress: typeof supportAddress === "string" && isAddress(supportAddress) ? supportAddress : null,
  };
}

/** RFC 5321 §4.5.3.1.3 has 254 for a mailbox; nothing longer fits a line of the page either. */
const maximumLength = 254;
const host = /(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]/;
/** An address and nothing beside it, so that no sentence of somebody's stands on the page as if it were ours. */
const forms: readonly RegExp[] = [
  new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~-]{1,64}@${host.source}$`, "i"),
  new RegExp(`^https://${host.source}(?::\\d{1,5})?(?:/[\\w.~!$&'()*+,;=:@%/?#-]*)?$`, "i"),
  /^\+?\d[\d ()./-]{2,28}\d$/,
];

function isAddress(text: string): boolean {
  return text.length <= maximumLength && forms.some((form) => form.test(text));
}
