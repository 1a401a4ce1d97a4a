// Which log-ins are not to be made again for a while: those a server has rejected, and all of a user whom it has shut
// out. Kept in memory alone, by whoever makes the log-ins; the time is handed in. Not here: how many a click may make.

/** A quarter of an hour: longer than most servers shut a user out. */
export const refusedForMilliseconds = 15 * 60 * 1000;

/** A user at a server: log-ins count by both, whatever the port. */
export interface LogInAt {
  readonly host: string;
  readonly userName: string;
}

export class RefusedLogIns {
  readonly #now: () => number;
  /** When each was refused. */
  readonly #lockedOut = new Map<string, number>();
  readonly #rejected = new Map<string, number>();

  /** `now`: milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  lockedOut(user: LogInAt): void {
    this.#lockedOut.set(keyOf(user), this.#now());
  }

  isLockedOut(user: LogInAt): boolean {
    return this.#isRecent(this.#lockedOut, keyOf(user));
  }

  rejected(user: LogInAt, secret: string): void {
    this.#rejected.set(keyOf(user, secret), this.#now());
  }

  isRejected(user: LogInAt, secret: string): boolean {
    return this.#isRecent(this.#rejected, keyOf(user, secret));
  }

  /** Forgets what is over on the way: nothing secret is held for longer than it is needed. */
  #isRecent(known: Map<string, number>, key: string): boolean {
    for (const [one, at] of known) {
      if (this.#now() - at >= refusedForMilliseconds) {
        known.delete(one);
      }
    }
    return known.has(key);
  }
}

function keyOf({ host, userName }: LogInAt, secret = ""): string {
  return JSON.stringify([host.toLowerCase(), userName.toLowerCase(), secret]);
}
