// A failed send as the built-in compose API shows it: Thunderbird has ended a send, names no message that went out, and
// the window is still open (measured on 153, THUNDERBIRD.md §1). Why it failed, only the user has seen.

import type { FailedSend } from "../ports.js";
import type { MayBeCancelled } from "./return-of-focus.js";

type Tab = messenger.tabs.Tab;

/**
 * Whether a send ended without its message going out. With `error`, Thunderbird had not begun: the user said no at one
 * of its questions, or another add-on did. A send cancelled in the progress dialog is told exactly like a failed one
 * (return-of-focus.ts).
 */
export function isUnsent({ mode, headerMessageId, error }: SendInfo): boolean {
  return mode === "sendNow" && typeof headerMessageId !== "string" && typeof error !== "string";
}

interface SendInfo {
  readonly mode: string;
  readonly headerMessageId?: string | null | undefined;
  readonly error?: string | undefined;
}

/** Null where the window is gone, so that nobody waits for the message any more. */
export async function unsentMessageIn(tab: Tab, mayBeCancelled: MayBeCancelled): Promise<FailedSend | null> {
  const { id, windowId } = tab;
  if (id === undefined || windowId === undefined) {
    return null;
  }
  const at = Date.now();
  const isDoubtful = await mayBeCancelled(windowId);
  // Rejected where the window is gone.
  const details = await messenger.compose.getComposeDetails(id).catch(() => null);
  if (details === null) {
    return null;
  }
  const { identityId, from, to, cc, bcc } = details;
  return {
    windowId,
    at,
    messageId: null,
    inOutbox: false,
    mayBeCancelled: isDoubtful,
    identityId: identityId ?? null,
    from: addressIn(from),
    // Written out: the engine's bare one would bring the description of refusals into what every wake loads.
    refusal: {
      stage: "unknown",
      code: null,
      enhancedCode: null,
      lines: [],
      fault: "untold",
      secure: null,
      offeredSignIn: null,
      recipients: [to, cc, bcc]
        .flatMap((list) => [list ?? []].flat())
        .map(addressIn)
        .filter(Boolean),
    },
  };
}

/** "Alice <alice@example.com>" without the name; empty for a contact or a list, which only Thunderbird can open. */
function addressIn(recipient: unknown): string {
  const text = typeof recipient === "string" ? recipient : "";
  return /<([^<>]{1,320})>\s*$/.exec(text)?.[1] ?? text.trim();
}
