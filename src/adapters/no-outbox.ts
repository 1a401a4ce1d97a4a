// The Outbox port where no API sends what lies there: the user does it, in Thunderbird's own menu.

import type { Outbox } from "../ports.js";

export const noOutbox: Outbox = {
  count: () => Promise.resolve(0),
  messages: () => Promise.resolve({ lying: [], gone: [] }),
  atRest: () => Promise.resolve(true),
  send: () => Promise.resolve({ kind: "refused", because: "empty" }),
};
