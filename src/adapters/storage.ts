// The Store ports over storage.session (until Thunderbird ends) and storage.local (lasting). Written out twice, because
// the store's review tool sees only literal calls.

import type { Store } from "../ports.js";
import { browser } from "./browser.js";

export const sessionStore: Store = {
  read: async (key) => (await browser.storage.session.get(key))[key],
  write: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: (key) => browser.storage.session.remove(key),
};

export const lastingStore: Store = {
  read: async (key) => (await browser.storage.local.get(key))[key],
  write: (key, value) => browser.storage.local.set({ [key]: value }),
  remove: (key) => browser.storage.local.remove(key),
};
