// What a rule says, and what all rules together say. Texts are keys of `_locales`, never sentences.

import type { RuleId } from "./rule-id.js";
import type { CandidateSource } from "./probe.js";
import type { OurBug } from "./our-bug.js";
import type { ServerSettings } from "./server-settings.js";
import type { Agreement } from "./agreement.js";
import type { Classification } from "./reason.js";

/** A text of `_locales` with the values of its named placeholders, in the order of the key's `placeholders`. */
export interface Text {
  readonly key: TextKey;
  readonly values: readonly string[];
}

export function text<Key extends TextKey>(key: Key, ...values: TextValues<Key>): Text {
  return { key, values };
}

export type Certainty = "certain" | "likely" | "possible";

/** The settings a problem's cure wants; `ownEntry`: the identity must stop using another account's entry. */
export interface Cure {
  readonly settings: Partial<ServerSettings>;
  readonly ownEntry?: true;
}

export type Judgement =
  | {
      readonly verdict: "problem";
      readonly certainty: Certainty;
      readonly why: Text;
      /** Null where no setting cures it (a password only the user knows). */
      readonly cure: Cure | null;
    }
  /** `note`: nothing to mend, and still something the user should know. */
  | { readonly verdict: "fine"; readonly note?: Text }
  /**
   * The evidence was not there, or does not reach this cause: no sign-in was tried, say. `bug`: the rule itself is
   * broken, and said nothing.
   */
  | { readonly verdict: "skipped"; readonly missing: string; readonly bug?: OurBug };

export type Finding = { readonly rule: RuleId } & Judgement;

/** The three ways a diagnosis ends (DESIGN §1.4), and the answer to a check that finds nothing to mend. */
export type Conclusion =
  | { readonly kind: "settings-wrong" }
  | { readonly kind: "settings-fine" }
  | { readonly kind: "not-enough-evidence"; readonly next: Text }
  /** A set-up we do not touch: another kind of server (DESIGN §5, "Leave alone"). */
  | { readonly kind: "left-alone"; readonly why: Text }
  | { readonly kind: "healthy" };

export interface Diagnosis {
  readonly conclusion: Conclusion;
  /** What the refusal meant; null when there was none or the server never answered. */
  readonly classification: Classification | null;
  /** Problems first, the most certain first; then fine, then skipped. */
  readonly findings: readonly Finding[];
  readonly plan: Plan | null;
  /** Where a problem has no plan: why, for the user (only they know the password, a policy locks the value). */
  readonly noPlan: Text | null;
}

/** Whether any of these causes was found. */
export function isFound(findings: readonly Finding[], ...causes: readonly RuleId[]): boolean {
  return findings.some(({ rule, verdict }) => verdict === "problem" && causes.includes(rule));
}

/** One value of the plan, as shown to the user. */
export interface Change {
  readonly field: keyof ServerSettings | "password";
  /** Null where nobody could tell what stands there now. */
  readonly from: string | null;
  readonly to: string;
}

/**
 * ONE plan for all findings. `in-place`: edit the entry. `new-entry`: leave the entry to the others (or to
 * its saved password) and give these identities their own.
 */
export interface Plan {
  readonly kind: "in-place" | "new-entry";
  /** The entry in use; null where the identity has none. */
  readonly serverId: string | null;
  readonly settings: ServerSettings;
  readonly changes: readonly Change[];
  /** Identities that send through `settings` afterwards: the sender, and its account's others on the same entry. */
  readonly identityIds: readonly string[];
  /** Accounts that keep the old entry: shown, so that the user knows they are not touched. */
  readonly untouchedAccounts: readonly string[];
  /** The same of this account's own addresses: those of another domain, which have not failed. */
  readonly untouchedAddresses: readonly string[];
  /** Who says that these settings are right; null where they follow from the present ones. */
  readonly source: CandidateSource | null;
  /** A host that is not known to belong to the account: the page names it, and whose password would go there. */
  readonly asksAbout: Agreement | null;
  /** Settings to be tried after these, should the server not accept them; best first. */
  readonly alternatives: readonly ServerSettings[];
}
