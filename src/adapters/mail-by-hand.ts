// The IncomingMail port without an Experiment: no API of Thunderbird fetches mail, so the user presses the button.

import type { IncomingMail } from "../ports.js";

export const mailByHand: IncomingMail = {
  get: () => Promise.resolve("by-hand"),
};
