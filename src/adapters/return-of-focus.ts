// Whether the user may have cancelled a send in Thunderbird's progress dialog, which add-ons are not told. The focus
// tells: the alert over a failed send is closed before the end of that send is told, and the compose window has the
// focus back by then; the progress dialog closes only after it. Where the focus says nothing, the send has failed.

/**
 * Milliseconds from the end of a send to the focus of its window, between which it was cancelled. Measured on 153, with
 * no window manager, metacity, openbox and xfwm4: failed at most 4 (77 sends), cancelled 16 to 96 (34 sends) where no
 * other add-on is told before us; each such add-on takes some 10 ms off, and the send then counts as failed.
 */
const earliest = 10;
const latest = 300;

/** Asked at once when a send has ended without its message going out. */
export type MayBeCancelled = (windowId: number) => Promise<boolean>;

/** Listens from now on; in the background's first turn, so that a change of the focus wakes it. */
export function watchReturnOfFocus(): MayBeCancelled {
  let focused: number | null = null;
  const waiting = new Map<number, () => void>();
  messenger.windows.onFocusChanged.addListener((windowId) => {
    focused = windowId;
    waiting.get(windowId)?.();
  });
  return async (windowId) => {
    if (focused === windowId) {
      return false;
    }
    const ended = Date.now();
    const isBack = await new Promise<boolean>((resolve) => {
      waiting.set(windowId, () => {
        resolve(true);
      });
      setTimeout(() => {
        resolve(false);
      }, latest);
    });
    waiting.delete(windowId);
    return isBack && Date.now() - ended >= earliest;
  };
}
