// One click is one operation: it can be cancelled as a whole, makes two log-ins at the most, and holds a password that worked until it is saved. In memory only, for some minutes.

import { socketTimer } from "./socket-timer.js";

const lifetimeMilliseconds = 10 * 60 * 1000;

export interface Operation {
  readonly controller: AbortController;
  logIns: number;
  /** Every password that was said, so that a server that repeats it later is masked. */
  readonly said: Set<string>;
  /** What worked, by the proof's id. */
  readonly proven: Map<string, ProvenLogIn>;
}

interface ProvenLogIn {
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}

const operations = new Map<string, Operation>();
/** Kept as long as one lives: whoever has not heard of the end yet begins nothing under that name. */
const ended = new Set<string>();

export function operationOf(id: string): Operation {
  const known = operations.get(id);
  if (known !== undefined) {
    return known;
  }
  const { AbortController } = Cu.getGlobalForObject(Services);
  const operation: Operation = {
    controller: new AbortController(),
    logIns: 0,
    said: new Set(),
    proven: new Map(),
  };
  if (ended.has(id)) {
    operation.controller.abort();
    return operation;
  }
  operations.set(id, operation);
  socketTimer.after(lifetimeMilliseconds, () => {
    endOperation(id);
  });
  return operation;
}

/** Stops what is under way and forgets every password. */
export function endOperation(id: string): void {
  operations.get(id)?.controller.abort();
  operations.delete(id);
  ended.add(id);
  socketTimer.after(lifetimeMilliseconds, () => {
    ended.delete(id);
  });
}

/** The log-in that a proof of any operation made, or null where it is forgotten. */
export function provenLogIn(proofId: string): ProvenLogIn | null {
  const among = [...operations.values()].find(({ proven }) => proven.has(proofId));
  return among?.proven.get(proofId) ?? null;
}

/** What is held in memory now and may be nowhere else: typed passwords above all. */
export function passwordsInUse(): readonly string[] {
  return [...operations.values()].flatMap(({ said }) => [...said]);
}
