// A store of which some keys are remembered: one background alone writes them, and asks for the list of cases some thirty
// times between a failed send and its verdict, each time a way to Thunderbird's other process and a copy of everything.

import type { Store } from "../../ports.js";

/** One for each background: what another has written under these keys is not seen. */
export function remembered(store: Store, keys: readonly string[]): Store {
  const memories = new Map(keys.map((key) => [key, memoryOf(store, key)]));
  return {
    read: async (key) => (memories.get(key) ?? store).read(key),
    write: async (key, value) => (memories.get(key) ?? store).write(key, value),
    remove: async (key) => (memories.get(key) ?? store).remove(key),
  };
}

function memoryOf(store: Store, key: string): Store {
  let known: { readonly value: unknown } | null = null;
  /** Writings, counted at their beginning and at their end: what crosses one may be an old value. */
  let changes = 0;
  const changed = async (work: () => Promise<void>, value: unknown): Promise<void> => {
    const begun = ++changes;
    known = null;
    try {
      await work();
    } finally {
      changes++;
      known = null;
    }
    if (changes === begun + 1) known = { value };
  };
  return {
    read: async () => {
      if (known !== null) return known.value;
      const before = changes;
      const value = await store.read(key);
      if (before === changes) known = { value };
      return value;
    },
    write: async (_, value) => changed(() => store.write(key, value), value),
    remove: async () => changed(() => store.remove(key), undefined),
  };
}
