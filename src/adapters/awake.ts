// The Awake port: Thunderbird suspends a background that has called no API for 30 seconds, also in the middle of a call that has
// not been answered, and with a page of ours that waits for it (measured on 153). A call now and then keeps it.

import type { Awake } from "../ports.js";
import { browser } from "./browser.js";

/** Tests shorten Thunderbird's patience to a second. */
const everyMilliseconds = 500;

export const awake: Awake = {
  async during(work) {
    const timer = setInterval(() => void browser.runtime.getPlatformInfo(), everyMilliseconds);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  },
};
