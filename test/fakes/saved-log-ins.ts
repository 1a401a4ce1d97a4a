// The log-in manager as the Experiment uses it (src/experiment/…/saved-passwords.ts): found by origin and user name,
// never by port; a proven password replaces a saved one, which is put aside until it is taken back.

import type { CopiedPassword, PasswordSource } from "../../src/ports.js";

export interface LogIn {
  readonly id: string;
  readonly origin: string;
  readonly realm: string;
  readonly userName: string;
  readonly password: string;
}

export function smtpOrigin(host: string): string {
  return `smtp://${host}`;
}

export class SavedLogIns {
  list: readonly LogIn[] = [];
  locked = false;
  private made = 0;

  add(origin: string, userName: string, password: string, realm = origin): LogIn {
    if (this.list.some((one) => one.origin === origin && one.realm === realm && one.userName === userName)) {
      throw new Error("This login already exists.");
    }
    this.made += 1;
    const added = { id: `login${String(this.made)}`, origin, realm, userName, password };
    this.list = [...this.list, added];
    return added;
  }

  find(origin: string, userName: string, realm = origin): LogIn | null {
    const fits = (one: LogIn): boolean =>
      one.origin === origin && one.realm === realm && one.userName === userName;
    return this.list.find(fits) ?? null;
  }

  saved(origin: string, userName: string): "yes" | "no" | "locked" {
    if (this.locked) {
      return "locked";
    }
    return this.find(origin, userName) === null ? "no" : "yes";
  }

  copy(password: string | null, from: PasswordSource, origin: string, userName: string): CopiedPassword {
    if (password === null) {
      return { kind: "none-saved" };
    }
    const existing = this.find(origin, userName);
    if (existing === null) {
      return { kind: "copied", credentialId: this.add(origin, userName, password).id };
    }
    if (existing.password === password || from.kind !== "proof") {
      return { kind: "already-saved" };
    }
    if (this.find(origin, userName, asideRealm(origin)) === null) {
      this.add(origin, userName, existing.password, asideRealm(origin));
    }
    this.change(existing.id, password);
    return { kind: "copied", credentialId: existing.id };
  }

  /** What it replaced comes back; one that is gone counts as done. */
  remove(id: string): void {
    const one = this.list.find((logIn) => logIn.id === id);
    const aside = one && this.find(one.origin, one.userName, asideRealm(one.origin));
    if (aside) {
      this.change(id, aside.password);
    }
    const gone = aside?.id ?? id;
    this.list = this.list.filter((logIn) => logIn.id !== gone);
  }

  private change(id: string, password: string): void {
    this.list = this.list.map((one) => (one.id === id ? { ...one, password } : one));
  }
}

function asideRealm(origin: string): string {
  return `${origin} (replaced)`;
}
