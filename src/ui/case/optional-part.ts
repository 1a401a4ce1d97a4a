// The words of a reason that only some reasons have: what to leave alone, and what to tell the provider. Thunderbird
// writes an error to its console for every text that is looked up and not there, so it is not asked for the others.

import type { Texts } from "../kit/i18n.js";

const bare =
  /^matter_(?:delivery_notice|given_up|listed_content|loop|recipient_(?:disabled|domain|incomplete|limit)|sender_domain|too_long|unreachable)$/;
/** That the settings are fine says it. */
const withoutLeave = /^matter_(?:own_(?:internet_address|mailbox_full)|recipient_refused_elsewhere)$/;
/** A full mailbox is the recipient's: this user's provider has no part in it. */
const withoutProvider = /^(?:backscatter|sendas|subreason_mailbox_full)$/;

/** Null where there are none. `stem`: of the reason's keys, `subreason_spam`. */
export function optionalPart(texts: Texts, stem: string, part: "leave" | "provider"): string | null {
  return bare.test(stem) || (part === "provider" ? withoutProvider : withoutLeave).test(stem)
    ? null
    : texts.optional(`${stem}_${part}`);
}
