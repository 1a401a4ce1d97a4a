// Whether arriving mail is heard of. Thunderbird keeps a listener for the sleeping background only where it is registered in
// the first turn of a start, when nothing can be waited for: so the user's choice stands in localStorage, too, which answers
// at once. Chosen anew it holds from now on, and for the sleeping background from its next start.

import type { Edition, MailSeen } from "../ports.js";
import { mayHaveReturned } from "./arriving-mail.js";

const key = "arriving-mail";
const leftAlone = "left-alone";
/** The listener is registered by another file than the one in which the choice is made (editions/store.ts). */
const chosen = "arriving-mail-chosen";

/** In the background's first turn. */
export function hearOfArrivals(arrived: (mails: readonly MailSeen[]) => Promise<void>): void {
  const listener = (_folder: unknown, mails: Parameters<typeof mayHaveReturned>[0]): void => {
    void mayHaveReturned(mails).then(arrived);
  };
  const follow = (): void => {
    if (isLeftAlone()) {
      messenger.messages.onNewMailReceived.removeListener(listener);
    } else if (!messenger.messages.onNewMailReceived.hasListener(listener)) {
      messenger.messages.onNewMailReceived.addListener(listener);
    }
  };
  follow();
  addEventListener(chosen, follow);
}

function isLeftAlone(): boolean {
  try {
    return localStorage.getItem(key) === leftAlone;
  } catch {
    // The profile's storage is broken, full, or a newer version's: no reason to hear of nothing at all.
    return false;
  }
}

/** Every batch of mail wakes the background of an edition without an Experiment. */
export const weighedArrivals: Edition["arrivals"] = {
  watched: "weighed",
  watch(isOn) {
    try {
      if (isOn) {
        localStorage.removeItem(key);
      } else {
        localStorage.setItem(key, leftAlone);
      }
    } catch {
      // As above. Whoever writes another option goes on: it has been written by now.
    }
    dispatchEvent(new Event(chosen));
  },
};

/** The Experiment picks out in Thunderbird's own process what may have come back. */
export const filteredArrivals: Edition["arrivals"] = {
  watched: "filtered",
  watch: () => undefined,
};
