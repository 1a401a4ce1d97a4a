// The Pages port: one message to every open page of ours; with none open there is nobody to tell. Sixty accounts that are
// judged in the same moment are told together.

import type { Pages } from "../ports.js";
import type { PageChanged } from "../protocol.js";
import { browser } from "./browser.js";
import { coalesced } from "./coalesced.js";

const pauseMilliseconds = 100;

export const pages: Pages = {
  changed: coalesced(() => {
    const message: PageChanged = { kind: "pageChanged" };
    // Rejected where no page is open.
    void browser.runtime.sendMessage(message).catch(() => undefined);
  }, pauseMilliseconds),
};
