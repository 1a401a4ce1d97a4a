// The Store ports over storage.session (until Thunderbird ends) and storage.local (lasting).

import type { Store } from "../ports.js";
import { browser } from "./browser.js";

function storeOver(area: typeof browser.storage.local): Store {
  return {
    async read(key) {
      return (await area.get(key))[key];
    },
    async write(key, value) {
      await area.set({ [key]: value });
    },
    async remove(key) {
      await area.remove(key);
    },
  };
}

export const sessionStore: Store = storeOver(browser.storage.session);
export const lastingStore: Store = storeOver(browser.storage.local);
