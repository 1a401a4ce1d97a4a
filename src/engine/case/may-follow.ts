// In which states of a case each event is taken; in all others it is not. `none`: there is no such case. The one place
// that says what may follow what: two clicks that cross, a late answer, a failed send in the middle of a fix.

import type { PageState } from "../model/case.js";
import type { EventKind } from "./event.js";

export type StateOrNone = PageState | "none";

/** Nothing is being done about it: what is shown may be replaced, clicked, dismissed. */
const resting = ["problem", "settings-fine", "need-input", "healthy", "fixed", "sent", "failed"] as const;
const idle = ["checking", ...resting] as const;
const everywhere = [...idle, "fixing", "sending"] as const;

export const mayFollow: Readonly<Record<EventKind, readonly StateOrNone[]>> = {
  // A fix in the middle is never overwritten: the refusal met the old settings.
  "send-failed": ["none", ...idle, "sending"],
  "send-ended": everywhere,
  "window-closed": ["checking", "problem", "settings-fine", "need-input", "failed", "fixing", "sending"],
  "taken-over": everywhere,
  opened: ["none", ...idle],
  "looked-again": idle,
  "servers-answered": everywhere,
  // Servers that are still being asked are waited for before.
  "fix-clicked": ["problem", "need-input", "failed"],
  "fix-ended": ["fixing"],
  "test-clicked": ["problem", "settings-fine", "healthy"],
  "test-ended": ["fixing"],
  "cancel-clicked": ["checking", "fixing"],
  "send-clicked": resting,
  "get-mail-clicked": ["problem", "failed"],
  "mail-fetched": ["sending"],
  "send-not-begun": ["sending"],
  "outbox-ended": ["sending"],
  "taken-back": ["sending"],
  // A message on its way is waited for: judged anew it could be handed over a second time.
  undone: idle,
  "undo-refused": [...idle, "sending"],
  "mended-elsewhere": ["problem"],
  "step-ticked": idle,
  "oauth2-chosen": ["problem", "need-input", "failed"],
  "shown-over-mail": idle,
  dismissed: idle,
  "background-started": everywhere,
};
