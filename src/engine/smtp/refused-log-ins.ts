// Which log-ins are not to be made again for a while: those a server has rejected, and all of a user whom it has shut
// out. Kept in memory alone, by whoever makes the log-ins; the time is handed in. Not here: how many a click may make, and
// passwords: a saved one is known by its name and by when it was changed, so that a new one is tried at once.

import type { Refusal } from "../model/refusal.js";

/** A quarter of an hour: longer than most servers shut a user out. */
export const refusedForMilliseconds = 15 * 60 * 1000;

/** A user at a server: log-ins count by both, whatever the port. */
export interface LogInAt {
  readonly host: string;
  readonly userName: string;
}

/**
 * Whether a refusal of Thunderbird's own log-in is one of the password: 535 with no code beside it, or with one that says
 * no more than that (RFC 4954 §6). 535 is also said where signing in is switched off, or wants another kind of password;
 * and where no words are known, a second try costs less than a right password that is not tried.
 */
export function rejectsPassword({
  stage,
  code,
  enhancedCode,
  lines,
}: Pick<Refusal, "stage" | "code" | "enhancedCode" | "lines">): boolean {
  const saysNoMore = enhancedCode === null || /^5\.7\.[0138]$/.test(enhancedCode);
  const isOther = /disabled|not enabled|application|app[- ]password|encrypt|tls|two[- ]?(?:step|factor)/i;
  return stage === "auth" && code === 535 && saysNoMore && !isOther.test(lines.join(" "));
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
    const forms = isWithDomain(user) ? [keyOf(user), keyOf(shortForm(user), inFull)] : [keyOf(user)];
    for (const key of forms) {
      this.#lockedOut.set(key, this.#now());
    }
  }

  /** "alice" and "alice@example.com" are one user of a server, whichever form it was that it shut out. */
  isLockedOut(user: LogInAt): boolean {
    const otherForm = isWithDomain(user) ? keyOf(shortForm(user)) : keyOf(user, inFull);
    return [keyOf(user), otherForm].some((key) => this.#isRecent(this.#lockedOut, key));
  }

  /** `credential`: which it was, and as of when; never the password or the token itself. */
  rejected(user: LogInAt, credential: string): void {
    this.#rejected.set(keyOf(user, credential), this.#now());
  }

  isRejected(user: LogInAt, credential: string): boolean {
    return this.#isRecent(this.#rejected, keyOf(user, credential));
  }

  /** Forgets what is over on the way. */
  #isRecent(known: Map<string, number>, key: string): boolean {
    for (const [one, at] of known) {
      if (this.#now() - at >= refusedForMilliseconds) {
        known.delete(one);
      }
    }
    return known.has(key);
  }
}

/** Of a short name: it was shut out with a domain behind it. */
const inFull = "in-full";

function isWithDomain({ userName }: LogInAt): boolean {
  return userName.includes("@");
}

function shortForm({ host, userName }: LogInAt): LogInAt {
  return { host, userName: userName.slice(0, userName.lastIndexOf("@")) };
}

function keyOf({ host, userName }: LogInAt, credential = ""): string {
  return JSON.stringify([host.toLowerCase(), userName.toLowerCase(), credential]);
}
