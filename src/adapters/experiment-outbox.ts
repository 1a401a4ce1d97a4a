// The Outbox port over our Experiment: Thunderbird's own sending of unsent messages, and how it ended.

import type { Outbox } from "../ports.js";

const lookMilliseconds = 500;

export function experimentOutbox(api: typeof messenger.outgoingServers): Outbox {
  return {
    count: () => api.countUnsent(),
    async messages() {
      const { messageIds, gone } = await api.getUnsent();
      return { lying: messageIds, gone };
    },
    async atRest() {
      while ((await api.getUnsent()).sending) {
        await new Promise((resolve) => setTimeout(resolve, lookMilliseconds));
      }
    },
    async send() {
      const { refused } = await api.sendUnsent();
      return refused === null ? { kind: "ended" } : { kind: "refused", because: refused };
    },
  };
}
