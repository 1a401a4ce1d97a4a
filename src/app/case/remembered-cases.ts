// The session store with the list of cases remembered: one background alone writes it, and asks for it some thirty times between
// a failed send and its verdict, each time a way to Thunderbird's other process and a copy of everything.

import type { Store } from "../../ports.js";
import { casesKey } from "./any-case.js";

/** One for each background: what another has written is not seen. */
export function rememberedCases(store: Store): Store {
  let known: { readonly cases: unknown } | null = null;
  /** Writings, counted at their beginning and at their end: what crosses one may be an old list. */
  let changes = 0;
  const changed = async (work: () => Promise<void>, cases: unknown): Promise<void> => {
    const begun = ++changes;
    known = null;
    try {
      await work();
    } finally {
      changes++;
      known = null;
    }
    if (changes === begun + 1) known = { cases };
  };
  return {
    read: async (key) => {
      if (key !== casesKey) return store.read(key);
      if (known !== null) return known.cases;
      const before = changes;
      const cases = await store.read(key);
      if (before === changes) known = { cases };
      return cases;
    },
    write: async (key, value) =>
      key === casesKey ? changed(() => store.write(key, value), value) : store.write(key, value),
    remove: async (key) =>
      key === casesKey ? changed(() => store.remove(key), undefined) : store.remove(key),
  };
}
