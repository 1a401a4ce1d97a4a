// One step of a guided fix: something the user does by hand in Thunderbird's own settings.

import type { Change } from "./finding.js";

export type GuidedStep =
  /** Settings → Account Settings → Outgoing Server in the list. */
  | { readonly kind: "open-list" }
  /** The entry in use: select it, then Edit. */
  | { readonly kind: "edit"; readonly host: string }
  /** Add: a new entry, because others use the old one, its saved password would be lost, or it would go on as before. */
  | { readonly kind: "add" }
  | { readonly kind: "set"; readonly change: Change }
  /** OK closes the dialog. `already`: what a new entry's dialog holds by itself, to be looked at. */
  | { readonly kind: "confirm"; readonly already: readonly Change[] }
  /** The account's own page: choose the new entry as its Outgoing Server. */
  | { readonly kind: "choose"; readonly host: string }
  /** The same for an identity that is not the account's main one: behind Manage Identities… */
  | { readonly kind: "choose-for-identity"; readonly host: string; readonly address: string };
