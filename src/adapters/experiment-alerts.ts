// The Alerts port over our Experiment.

import type { Alerts } from "../ports.js";

export function experimentAlerts(api: typeof messenger.outgoingServers): Alerts {
  return {
    async sentences() {
      const texts = await api.sendErrorTexts();
      return Object.fromEntries(texts.map(({ name, text }) => [name, text]));
    },
  };
}
