// The record of what was changed: written before each step, kept over restarts (lasting store).
// A change left `pending` by a crash is taken back at the next start (recover.ts).

import type { RecordedChange, Step } from "../engine/fixes/step.js";
import type { Store } from "../ports.js";

const key = "journal";
const maximumChanges = 50;

export async function readJournal(store: Store): Promise<readonly RecordedChange[]> {
  return ((await store.read(key)) as readonly RecordedChange[] | undefined) ?? [];
}

export async function findChange(store: Store, changeId: string): Promise<RecordedChange | null> {
  return (await readJournal(store)).find((change) => change.changeId === changeId) ?? null;
}

/** One queue for all writers: two windows may be mended at the same moment, and no record may be lost. */
let lastWrite: Promise<unknown> = Promise.resolve();

/** Writes the change as it now stands, in place of what stood there under its id. */
export async function record(store: Store, change: RecordedChange): Promise<void> {
  const write = lastWrite.then(async () => {
    const others = (await readJournal(store)).filter(({ changeId }) => changeId !== change.changeId);
    await store.write(key, [...others, change].slice(-maximumChanges));
  });
  lastWrite = write.catch(() => undefined);
  await write;
}

/** The change with its last step replaced: what Thunderbird answered is now known. */
export function withLastStep(change: RecordedChange, step: Step): RecordedChange {
  return { ...change, steps: [...change.steps.slice(0, -1), step] };
}

export function withStep(change: RecordedChange, step: Step): RecordedChange {
  return { ...change, steps: [...change.steps, step] };
}
