// The day it is, as notes are dated: YYYY-MM-DD, in UTC.

import type { Clock } from "../../ports.js";

export function today(clock: Pick<Clock, "now">): string {
  // eslint-disable-next-line no-restricted-globals -- a calendar for the time that the port tells
  return new Date(clock.now()).toISOString().slice(0, 10);
}
