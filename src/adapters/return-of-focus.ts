// Whether the user may have cancelled a send in Thunderbird's progress dialog, which add-ons are not told. The focus
// tells: the alert over a failed send is closed before the end of that send is told, and the compose window has the
// focus back by then; the progress dialog closes only after it. Where the focus says nothing, the send has failed.
// It is watched from the moment a compose window is there until the last is closed, with the background awake: a
// listener that stood for good would wake it with every change of the focus all day long.

/**
 * Milliseconds from the end of a send to the focus of its window, between which it was cancelled. Measured on 153, with
 * no window manager, metacity, openbox and xfwm4: failed at most 4 (77 sends), cancelled 16 to 96 (34 sends) where no
 * other add-on is told before us; each such add-on takes some 10 ms off, and the send then counts as failed.
 * A busy machine takes longer over both: there a call that is made at the end of the send is the measure. With four busy
 * loops on two cores (157) its answer came after the focus in 11 of 12 failed sends, where the focus came up to 126 ms late,
 * and before it in 11 of 12 cancelled ones; by the 10 ms alone, 6 of those that failed were taken for cancelled. On 153 with openbox, beside other work:
 * 40 of 40, failed at most 9, cancelled 11 at the least.
 */
const earliest = 10;
const latest = 300;

/** Thunderbird suspends a background 30 seconds after its last call. */
const lookMilliseconds = 20_000;
/** A window left open for longer, without a recipient added, is no reason to stay awake. */
const patienceMilliseconds = 15 * 60 * 1000;

/** Asked at once when a send has ended without its message going out. */
export type MayBeCancelled = (windowId: number) => Promise<boolean>;

/** In the background's first turn: a compose window that opens, or can be sent from, wakes it. */
export function watchWhileComposing(): MayBeCancelled {
  let focused: number | null = null;
  let until = 0;
  let watching = false;
  const waiting = new Set<(windowId: number) => void>();
  const onFocus = (windowId: number): void => {
    focused = windowId;
    for (const tell of waiting) {
      tell(windowId);
    }
  };
  messenger.compose.onComposeStateChanged.addListener(() => {
    until = Date.now() + patienceMilliseconds;
    if (!watching) {
      watching = true;
      messenger.windows.onFocusChanged.addListener(onFocus);
      look();
    }
  });

  function look(): void {
    setTimeout(() => {
      void messenger.windows.getAll({ windowTypes: ["messageCompose"] }).then(({ length }) => {
        if (length > 0 && Date.now() < until) {
          look();
        } else {
          watching = false;
          focused = null;
          messenger.windows.onFocusChanged.removeListener(onFocus);
        }
      });
    }, lookMilliseconds);
  }

  return async (windowId) => {
    const ended = Date.now();
    if (focused === windowId) {
      return false;
    }
    let settle: (isBack: boolean) => void = () => undefined;
    const answer = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    let isAnswered = false;
    const hear = (now: number): void => {
      if (now === windowId) {
        settle(isAnswered && Date.now() - ended >= earliest);
      }
    };
    waiting.add(hear);
    if (!watching) {
      // It has slept over the sending: what has the focus by now counts as failed.
      messenger.windows.onFocusChanged.addListener(onFocus);
      void messenger.windows.get(windowId).then(
        (window) => {
          if (window.focused) {
            settle(false);
          }
        },
        () => {
          settle(false);
        },
      );
    }
    const answered = (): void => {
      isAnswered = true;
      setTimeout(() => {
        settle(false);
      }, latest);
    };
    // Rejected it is a measure as well, and nobody waits for ever.
    void messenger.runtime.getPlatformInfo().then(answered, answered);
    const isBack = await answer;
    waiting.delete(hear);
    if (!watching) {
      messenger.windows.onFocusChanged.removeListener(onFocus);
      focused = null;
    }
    return isBack;
  };
}
