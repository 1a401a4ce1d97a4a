// The log-in manager as the Experiment uses it (src/experiment/…/saved-passwords.ts): found by origin and user name,
// never by port; a proven password replaces a saved one, which is put aside until it is taken back.

import type { CopiedPassword, PasswordSource, PasswordTakenBack } from "../../src/engine/model/attempt.js";

export interface LogIn {
  readonly id: string;
  readonly origin: string;
  readonly realm: string;
  readonly userName: string;
  readonly password: string;
  /** By the user, since it was saved or replaced. */
  readonly edited?: true;
}

export function smtpOrigin(host: string): string {
  return `smtp://${host}`;
}

export class SavedLogIns {
  list: readonly LogIn[] = [];
  locked = false;
  private made = 0;

  add(origin: string, userName: string, password: string, realm = origin, name?: string): LogIn {
    if (this.list.some((one) => one.origin === origin && one.realm === realm && one.userName === userName)) {
      throw new Error("This login already exists.");
    }
    this.made += 1;
    const added = { id: name ?? `login${String(this.made)}`, origin, realm, userName, password };
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

  /** `between`: called where Thunderbird may die between the two writes of a replacement. */
  copy(
    password: string | null,
    from: PasswordSource,
    target: { readonly origin: string; readonly userName: string },
    credentialId: string,
    between: () => void,
  ): CopiedPassword {
    if (password === null) {
      return { kind: "none-saved" };
    }
    const { origin, userName } = target;
    const existing = this.find(origin, userName);
    if (existing === null) {
      this.add(origin, userName, password, origin, credentialId);
      return { kind: "copied" };
    }
    if (existing.password === password || from.kind !== "proof") {
      return { kind: "already-saved" };
    }
    this.add(origin, userName, existing.password, asideRealm(origin, credentialId), credentialId);
    between();
    this.change(existing.id, password);
    return { kind: "copied" };
  }

  /** As the user does in Thunderbird's list of saved passwords. */
  edit(origin: string, userName: string, password: string): void {
    const edited = this.find(origin, userName);
    this.list = this.list.map((one) => (one === edited ? { ...one, password, edited: true } : one));
  }

  /** What it replaced comes back; what was edited since, or is used elsewhere, stays. */
  remove(id: string, isUsedElsewhere = false): PasswordTakenBack {
    const one = this.list.find((logIn) => logIn.id === id);
    if (one === undefined) {
      return "none";
    }
    const inUse = this.find(one.origin, one.userName);
    if (inUse?.edited === true) {
      return "changed-since";
    }
    if (isUsedElsewhere) {
      return "used-elsewhere";
    }
    this.list = this.list.filter((logIn) => logIn.id !== id);
    if (one.realm === one.origin) {
      return "removed";
    }
    if (inUse === null) {
      this.add(one.origin, one.userName, one.password);
    } else {
      this.change(inUse.id, one.password);
    }
    return "restored";
  }

  private change(id: string, password: string): void {
    this.list = this.list.map((one) => (one.id === id ? { ...one, password } : one));
  }
}

function asideRealm(origin: string, credentialId: string): string {
  return `${origin} (replaced ${credentialId})`;
}
