// The lasting store, with a note outside it that tells whether the next start has anything to do: a change that was not
// finished, or something the user has not been told. At every moment, for a crash may come at any: where something is left
// in the store, the note is set. So it is set before what it stands for is written, and taken away after that is gone; and
// nothing is written between the look that finds nothing left and the taking away. A note too many costs one start.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { Store } from "../../ports.js";
import { noticesKey } from "../case/notices.js";
import { journalKey } from "./journal.js";

const keys = [journalKey, noticesKey];

export function remindingStore(store: Store, remind: (isOn: boolean) => Promise<void>): Store {
  let line: Promise<unknown> = Promise.resolve();
  /** One after the other: a change that begins while another's end is settled would lose its note to it. */
  const inLine = async (work: () => Promise<void>): Promise<void> => {
    const mine = line.then(work);
    // Who asked for it is told; who comes after does not wait for its success.
    line = mine.catch(() => undefined);
    return mine;
  };
  const settle = async (): Promise<void> => {
    const values = await Promise.all(keys.map(async (key) => isLeft(key, await store.read(key))));
    if (!values.includes(true)) {
      await remind(false);
    }
  };
  return {
    read: (key) => store.read(key),
    write: async (key, value) =>
      keys.includes(key)
        ? inLine(async () => {
            if (isLeft(key, value)) {
              await remind(true);
            }
            await store.write(key, value);
            if (!isLeft(key, value)) {
              await settle();
            }
          })
        : store.write(key, value),
    remove: async (key) =>
      keys.includes(key)
        ? inLine(async () => {
            await store.remove(key);
            await settle();
          })
        : store.remove(key),
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
