// The Outbox port over our Experiment: Thunderbird's own sending of unsent messages, and how it ended. Its end is told, or seen:
// one that neither comes nor moves on is not waited for.

import type { Outbox } from "../ports.js";
import { systemClock } from "./clock.js";

const lookMilliseconds = 500;
/** For one message. A large one on a slow line needs half an hour; a password asked for at noon may be typed at one. */
const patienceMilliseconds = 2 * 60 * 60 * 1000;

export function experimentOutbox(api: typeof messenger.outgoingServers): Outbox {
  async function restOr(isTold: () => boolean): Promise<boolean> {
    let before = "";
    let since = Date.now();
    for (;;) {
      // One look in vain, as while the folder is read anew, says nothing.
      const { sending, messageIds } = await api.getUnsent().catch(() => ({ sending: true, messageIds: [] }));
      if (!sending || isTold()) {
        return true;
      }
      const lying = messageIds.join(" ");
      if (lying !== before) {
        before = lying;
        since = Date.now();
      }
      if (Date.now() - since >= patienceMilliseconds) {
        return false;
      }
      await systemClock.wait(lookMilliseconds);
    }
  }
  return {
    count: () => api.countUnsent(),
    async messages() {
      const { messageIds, gone } = await api.getUnsent();
      return { lying: messageIds, gone };
    },
    atRest: async () => restOr(() => false),
    async send() {
      let isTold = false;
      const told = api
        .sendUnsent()
        .then(({ refused }) => refused)
        .finally(() => {
          isTold = true;
        });
      // By then Thunderbird has begun, or has told why not.
      const seen = systemClock
        .wait(lookMilliseconds)
        .then(async () => restOr(() => isTold))
        .then((isAtRest) => (isAtRest ? null : "busy"));
      const refused = await Promise.race([told, seen]);
      return refused === null ? { kind: "ended" } : { kind: "refused", because: refused };
    },
  };
}
