// Whether the user may have cancelled a send in Thunderbird's progress dialog, which add-ons are not told. The focus
// tells: the alert over a failed send is closed before the end of that send is told, and the compose window has the
// focus back by then; the progress dialog closes only after it. Where the focus says nothing, the send has failed.
// It is watched from the moment a compose window is there until the last is closed, with the background awake: a
// listener that stood for good would wake it with every change of the focus all day long.

/**
 * Milliseconds from the answer to a call, made when the end of a send was told, to the focus of its window, within which the
 * send was cancelled; where the focus is back before the answer, it has failed. Both ways from Thunderbird take the time
 * that the machine takes. Measured on 153 with no window manager, openbox, metacity and xfwm4: 20 of 20 that failed and 20 of
 * 20 that were cancelled told rightly; with four busy loops on two cores 13 and 14 of 14. Where another add-on is told
 * before us, the focus is back by then, and a cancelled send counts as failed.
 */
const latest = 300;

/** Thunderbird suspends a background 30 seconds after its last call. */
const lookMilliseconds = 20_000;
/** A window left open for longer, without a recipient added, is no reason to stay awake. */
const patienceMilliseconds = 15 * 60 * 1000;

/** Asked at once when a send has ended without its message going out. */
export type MayBeCancelled = (windowId: number) => Promise<boolean>;

export interface ReturnOfFocus {
  readonly mayBeCancelled: MayBeCancelled;
  /** Settled when nobody waits for the focus. A background that loads its scripts meanwhile would hear of it too late. */
  told(): Promise<void>;
}

/** In the background's first turn: a compose window that opens, or can be sent from, wakes it. */
export function watchWhileComposing(): ReturnOfFocus {
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

  const mayBeCancelled: MayBeCancelled = async (windowId) => {
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
        settle(isAnswered);
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

  let asked: Promise<unknown> = Promise.resolve();
  return {
    mayBeCancelled: async (windowId) => {
      const answer = mayBeCancelled(windowId);
      asked = Promise.allSettled([asked, answer]);
      return answer;
    },
    async told() {
      await asked;
    },
  };
}
