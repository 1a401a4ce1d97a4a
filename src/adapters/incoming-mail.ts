// The IncomingMail port over our Experiment.

import type { IncomingMail } from "../ports.js";

export function experimentMail(api: typeof messenger.outgoingServers): IncomingMail {
  return {
    async get(accountId) {
      return (await api.getMail(accountId)) ? "done" : "failed";
    },
  };
}
