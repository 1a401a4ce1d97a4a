// The Pages port: one message to every open page of ours; with none open there is nobody to tell.

import type { Pages } from "../ports.js";
import type { PageChanged } from "../protocol.js";
import { browser } from "./browser.js";

export const pages: Pages = {
  changed() {
    const message: PageChanged = { kind: "pageChanged" };
    void browser.runtime.sendMessage(message).catch(() => undefined);
  },
};
