// The lasting store, with a note outside it that tells whether the next start has anything to do: a change that was not
// finished, or something the user has not been told. Set before what it stands for is written, taken away after it is gone:
// a crash in between costs one start for nothing.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { Store } from "../../ports.js";
import { noticesKey } from "../case/notices.js";
import { journalKey } from "./journal.js";

const keys = [journalKey, noticesKey];

export function remindingStore(store: Store, remind: (isOn: boolean) => Promise<void>): Store {
  const settle = async (): Promise<void> => {
    const values = await Promise.all(keys.map(async (key) => isLeft(key, await store.read(key))));
    if (!values.includes(true)) {
      await remind(false);
    }
  };
  return {
    read: (key) => store.read(key),
    async write(key, value) {
      if (isLeft(key, value)) {
        await remind(true);
      }
      await store.write(key, value);
      if (keys.includes(key) && !isLeft(key, value)) {
        await settle();
      }
    },
    async remove(key) {
      await store.remove(key);
      if (keys.includes(key)) {
        await settle();
      }
    },
  };
}

function isLeft(key: string, value: unknown): boolean {
  switch (key) {
    case journalKey:
      return ((value ?? []) as readonly RecordedChange[]).some(
        ({ state }) => state === "pending" || state === "made",
      );
    case noticesKey:
      return ((value ?? []) as readonly unknown[]).length > 0;
    default:
      return false;
  }
}
