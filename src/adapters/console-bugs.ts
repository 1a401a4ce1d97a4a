// The Bugs port: the browser console, where whoever helps is asked to look first.

import { bugSaid } from "../engine/model/our-bug.js";
import type { Bugs } from "../ports.js";

export const consoleBugs: Bugs = {
  say(bug) {
    // eslint-disable-next-line no-console -- the one place where the add-on speaks there
    console.error(`Relay Doctor: ${bugSaid(bug)}`);
  },
};
