// The day it is, as notes are dated: YYYY-MM-DD, in UTC.

import type { Clock } from "../../ports.js";

export function today(clock: Pick<Clock, "now">): string {
  // Of the port's clock, not of the machine's.
  // eslint-disable-next-line no-restricted-globals
  return new Date(clock.now()).toISOString().slice(0, 10);
}
