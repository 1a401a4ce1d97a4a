// The record of what was changed: written before each step, kept over restarts (lasting store).
// A change left `pending` by a crash is taken back at the next start (recover.ts).

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { Ports, Store } from "../../ports.js";

export const journalKey = "journal";
const maximumChanges = 50;

/** Oldest first. */
export async function readJournal(store: Store): Promise<readonly RecordedChange[]> {
  return ((await store.read(journalKey)) as readonly RecordedChange[] | undefined) ?? [];
}

export async function findChange(store: Store, changeId: string): Promise<RecordedChange | null> {
  return (await readJournal(store)).find((change) => change.changeId === changeId) ?? null;
}

/** Where changes are kept, and who is at work on them. */
export type JournalPorts = Pick<Ports, "lasting" | "underWay">;

/**
 * Writes the change as it now stands, in place of what stood there under its id; a new one goes to the end. In one line
 * with all writers: two windows may be mended at the same moment, and no record may be lost.
 */
export async function record(ports: JournalPorts, change: RecordedChange): Promise<void> {
  const refused = await refusalToRecord(ports, change);
  if (refused !== null) {
    throw refused.error;
  }
}

/**
 * Whether the store has taken it: on a full disk it does not, and what was to follow is not begun. A record that cannot
 * be made or read is our own mistake, and is thrown.
 */
export async function isRecorded(ports: JournalPorts, change: RecordedChange): Promise<boolean> {
  const refused = await refusalToRecord(ports, change);
  if (refused !== null && isOurs(refused.error)) {
    throw refused.error;
  }
  return refused === null;
}

/** Null where the store has taken it. */
async function refusalToRecord(
  { lasting, underWay }: JournalPorts,
  change: RecordedChange,
): Promise<{ readonly error: unknown } | null> {
  return underWay.inLine("journal", async () => {
    const all = await readJournal(lasting);
    const known = all.some(({ changeId }) => changeId === change.changeId);
    const next = known
      ? all.map((one) => (one.changeId === change.changeId ? change : one))
      : [...all, change];
    return lasting.write(journalKey, withoutOldest(next)).then(
      () => null,
      (error: unknown) => ({ error }),
    );
  });
}

/** No JSON, or not called as it wants to be; for a full disk Thunderbird has no name of its own. */
function isOurs(error: unknown): boolean {
  return error instanceof TypeError || String(error).includes("DataCloneError");
}

/** What is not at rest yet is never dropped, however old. */
function withoutOldest(all: readonly RecordedChange[]): readonly RecordedChange[] {
  let surplus = all.length - maximumChanges;
  return all.filter(({ state }) => {
    const drop = surplus > 0 && state !== "pending" && state !== "made";
    surplus -= drop ? 1 : 0;
    return !drop;
  });
}

/** The message went out, or none was to be sent: what was made stays. `untilSent`: none has gone out with it yet. */
export async function keep(ports: JournalPorts, changeId: string, untilSent = false): Promise<void> {
  const change = await findChange(ports.lasting, changeId);
  // Another window's case may be of the same change, and have taken it back.
  if (change?.state === "made" || (change?.state === "kept" && change.untilSent === true && !untilSent)) {
    await record(ports, { ...change, state: "kept", untilSent });
  }
}
