// The Clock port: the machine's own.

import type { Clock } from "../ports.js";

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
