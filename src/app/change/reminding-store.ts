// The lasting store, with a note outside it that tells whether the next start has anything to do: a change that was not
// finished, or something the user has not been told. At every moment, for a crash may come at any: where something is left
// in the store, the note is set. So it is set before what it stands for is written, and taken away after that is gone; and
// nothing is written between the look that finds nothing left and the taking away. A note too many costs one start.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { Store } from "../../ports.js";
import { noticesKey } from "../case/notices.js";
import { oneAfterTheOther } from "../case/under-way.js";
import { journalKey } from "./journal.js";

/** Whether what is kept under a key leaves something to be done. */
const leaving = new Map<string, (value: unknown) => boolean>([
  [
    journalKey,
    (value) =>
      ((value ?? []) as readonly RecordedChange[]).some(
        ({ state }) => state === "pending" || state === "made",
      ),
  ],
  [noticesKey, (value) => ((value ?? []) as readonly unknown[]).length > 0],
]);

export function remindingStore(store: Store, remind: (isOn: boolean) => Promise<void>): Store {
  /** A change that begins while another's end is settled would lose its note to it. */
  const inLine = oneAfterTheOther();
  const settle = async (): Promise<void> => {
    const left = await Promise.all([...leaving].map(async ([key, isLeft]) => isLeft(await store.read(key))));
    if (!left.includes(true)) {
      await remind(false);
    }
  };
  const change = async (key: string, value: unknown, work: () => Promise<void>): Promise<void> => {
    const isLeft = leaving.get(key);
    return isLeft === undefined
      ? work()
      : inLine(async () => {
          if (isLeft(value)) {
            await remind(true);
          }
          await work();
          if (!isLeft(value)) {
            await settle();
          }
        });
  };
  return {
    read: (key) => store.read(key),
    write: (key, value) => change(key, value, () => store.write(key, value)),
    remove: (key) => change(key, undefined, () => store.remove(key)),
  };
}
