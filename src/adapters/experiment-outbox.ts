// The Outbox port over our Experiment: Thunderbird's own sending of unsent messages, and how it ended.

import type { Outbox } from "../ports.js";

export function experimentOutbox(api: typeof messenger.outgoingServers): Outbox {
  return {
    count: () => api.countUnsent(),
    async send() {
      const { refused, sent, failed } = await api.sendUnsent();
      return refused === null ? { kind: "ended", sent, left: failed } : { kind: "refused", because: refused };
    },
  };
}
