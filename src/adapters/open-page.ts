// Our page as a popup of a button, opened by itself: asked for until Thunderbird answers, opened again where a dialog took it
// away before it can have been read, and left closed where the user closed it. The built-in API tells of no dialog and of
// no key: the focus does.

import { closedByHand } from "../protocol.js";
import { systemClock } from "./clock.js";
import { openOwnWindow } from "./own-window.js";

/**
 * Milliseconds from one asking to the next. Thunderbird answers once the window has the focus, and never where the event of
 * that came too early: it counts a window as active while a dialog that stands before it has not quite gone (measured on
 * 157, without a window manager, the longer the busier the machine). The last asking is not given up: it is answered
 * when the user turns to the window.
 */
const askedAgainAfter = [1_000, 2_000, 4_000, 8_000, 15_000];

/** `none`: also where Thunderbird rejects it. `awaited`: it opens when the window next has the focus. */
export async function openPopup(
  action: Pick<typeof messenger.action, "openPopup">,
  windowId: number,
): Promise<"open" | "none" | "awaited"> {
  const answers: Promise<boolean>[] = [];
  for (const patience of askedAgainAfter) {
    // Rejected where the window is going, or Thunderbird is ending.
    answers.push(action.openPopup({ windowId }).catch(() => false));
    const answer = await Promise.race([...answers, systemClock.wait(patience)]);
    if (answer !== undefined) {
      return answer ? "open" : "none";
    }
  }
  return "awaited";
}

/**
 * Thunderbird opens more than its alert over a certificate or a log-in: a dialog that closes our popup as it comes, up
 * to a second later (measured where the server hangs up). A page that is gone so soon has not been read.
 */
const attempts = 3;
const watchedMilliseconds = 2_500;
const lookMilliseconds = 100;
/** Until what took the page away is there itself, and has the focus. */
const settledMilliseconds = 400;

/** Compose windows whose popup was left for the window of its own: it takes the focus before the page hears of it. */
const goneOn = new Set<number>();

/** The page's window of its own, in the popup's place: the popup is not opened again over it. */
export async function goOnInOwnWindow(windowId: number): Promise<boolean> {
  goneOn.add(windowId);
  // Rejected where Thunderbird is ending.
  const isOpen = await openOwnWindow({ kind: "compose", windowId }).catch(() => false);
  if (!isOpen) {
    goneOn.delete(windowId);
  }
  return isOpen;
}

export async function openAndKeep(windowId: number, how: "once" | "until-read"): Promise<void> {
  for (let attempt = 0; attempt < (how === "once" ? 1 : attempts); attempt++) {
    // Before: the page may go on as it opens.
    goneOn.delete(windowId);
    const opened = await openPopup(messenger.composeAction, windowId);
    // None at once: the button is not on the toolbar, and nobody would be told anything. None later: the window is
    // going, as when its message was mended and sent within this time, and with it all there was to tell.
    if (opened === "none" && attempt === 0 && (await hasFocus(windowId)) !== null) {
      // Rejected where Thunderbird is ending.
      await openOwnWindow({ kind: "compose", windowId }).catch(() => false);
    }
    if (opened !== "open" || how === "once" || (await staysOpen(windowId))) {
      return;
    }
  }
}

/**
 * Or was closed by who reads it: then it is not opened again. Its own buttons say so; Escape closes a popup before its page
 * hears of the key, and like a click beside it leaves the focus of windows alone, which a dialog does not. Nobody
 * reads and presses within the first moments.
 */
async function staysOpen(windowId: number): Promise<boolean> {
  const seen = { view: null as Window | null, byHand: false, focusMoved: false };
  // The first event after it is listened for may tell of the window itself, which has the focus as before.
  const moved = (to: number): void => {
    seen.focusMoved ||= to !== windowId;
  };
  messenger.windows.onFocusChanged.addListener(moved);
  try {
    // By the clock: on a busy machine the looks come late, and who has read and turned to another window is left alone.
    const end = Date.now() + watchedMilliseconds;
    let shownSince = Infinity;
    while (Date.now() < end) {
      await systemClock.wait(lookMilliseconds);
      const [view = null] = messenger.extension.getViews({ type: "popup" });
      if (seen.view !== null && view === null) {
        const wasShown = Date.now() - shownSince >= settledMilliseconds;
        await systemClock.wait(settledMilliseconds);
        const isLeft = seen.focusMoved || (await hasFocus(windowId)) !== true;
        return seen.byHand || goneOn.has(windowId) || (!isLeft && wasShown);
      }
      if (seen.view === null && view !== null) {
        view.addEventListener(closedByHand, () => {
          seen.byHand = true;
        });
        seen.view = view;
      }
      // Behind a dialog that came at the same moment it has none, and goes with that dialog.
      if (view?.document.hasFocus() === true) {
        shownSince = Math.min(shownSince, Date.now());
      }
    }
    // Neither open nor seen: gone on before the first look.
    return seen.view !== null || goneOn.has(windowId);
  } finally {
    messenger.windows.onFocusChanged.removeListener(moved);
  }
}

/**
 * Null where the window is gone. On a busy machine the one event of a dialog names the window behind it, which Thunderbird
 * still takes for the active one.
 */
async function hasFocus(windowId: number): Promise<boolean | null> {
  return messenger.windows.get(windowId).then(
    ({ focused }) => focused,
    () => null,
  );
}
