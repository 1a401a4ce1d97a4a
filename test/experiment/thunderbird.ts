// Thunderbird's log-in manager and outgoing servers as the Experiment's parent script meets them (LoginManager.sys.mjs,
// storage-json.sys.mjs, SmtpServer.sys.mjs of 153), in memory. Loaded before the scripts, which look at import; whatever is
// not prepared here throws.

import { createHash } from "node:crypto";

export interface FakeLogin {
  origin: string;
  httpRealm: string | null;
  username: string;
  password: string;
  guid: string;
  timeCreated: number;
  timePasswordChanged: number;
  init(origin: string, form: null, realm: string | null, username: string, password: string): void;
  QueryInterface(): FakeLogin;
}

/** Milliseconds; moved by hand. */
export const clock = { now: 1_000_000 };

export function newLogin(): FakeLogin {
  return {
    origin: "",
    httpRealm: null,
    username: "",
    password: "",
    guid: "",
    timeCreated: 0,
    timePasswordChanged: 0,
    init(origin, _form, realm, username, password) {
      Object.assign(this, { origin, httpRealm: realm, username, password });
    },
    QueryInterface() {
      return this;
    },
  };
}

class Bag {
  readonly values: Record<string, unknown> = {};
  setProperty(name: string, value: unknown): void {
    this.values[name] = value;
  }
}

/** Who is told of whatever is saved, changed or removed. */
const observers = new Set<{ observe(): void }>();

export class FakeLogins {
  #list: FakeLogin[] = [];
  get list(): FakeLogin[] {
    return this.#list;
  }
  set list(list: FakeLogin[]) {
    this.#list = list;
    this.#changed();
  }
  searched = 0;
  isLoggedIn = true;
  /** As the database of 157 does it: the time that is given for a change is not heeded. */
  writesOwnTimes = false;
  /** Which store is in use is not to be had. */
  cannotBeAsked = false;
  #made = 0;

  searchLoginsAsync(match: { origin?: string; httpRealm?: string; guid?: string }): Promise<FakeLogin[]> {
    this.searched += 1;
    const fits = (login: FakeLogin): boolean =>
      Object.entries(match).every(([name, value]) => login[name as keyof FakeLogin] === value);
    // Copies, as the storage hands them out.
    return Promise.resolve(this.list.filter(fits).map((login) => ({ ...login })));
  }

  addLoginAsync(login: FakeLogin): Promise<FakeLogin> {
    const isSame = (one: FakeLogin): boolean =>
      one.origin === login.origin && one.httpRealm === login.httpRealm && one.username === login.username;
    if (this.list.some(isSame)) {
      return Promise.reject(new Error("This login already exists."));
    }
    this.#made += 1;
    const guid = login.guid || `{made-${String(this.#made)}}`;
    const timeCreated = login.timeCreated || clock.now;
    this.list.push({
      ...login,
      guid,
      timeCreated,
      timePasswordChanged: login.timePasswordChanged || clock.now,
    });
    this.#changed();
    return Promise.resolve(login);
  }

  modifyLoginAsync(before: FakeLogin, after: FakeLogin | Bag): Promise<void> {
    const stored = this.list.find(({ guid }) => guid === before.guid);
    if (stored === undefined) {
      return Promise.reject(new Error("No matching logins"));
    }
    const values = after instanceof Bag ? after.values : { password: after.password };
    const isNew = values["password"] !== stored.password;
    Object.assign(stored, isNew && { timePasswordChanged: clock.now }, values);
    if (this.writesOwnTimes) {
      clock.now += 3;
      stored.timePasswordChanged = clock.now;
    }
    this.#changed();
    return Promise.resolve();
  }

  removeLoginAsync(login: FakeLogin): Promise<void> {
    this.list = this.list.filter(({ guid }) => guid !== login.guid);
    return Promise.resolve();
  }

  /** What a user has saved, or changes, in Thunderbird's own list. */
  save(origin: string, username: string, password: string): void {
    const known = this.list.find((one) => one.httpRealm === origin && one.username === username);
    if (known !== undefined) {
      Object.assign(known, { password, timePasswordChanged: clock.now });
      this.#changed();
      return;
    }
    const login = newLogin();
    login.init(origin, null, origin, username, password);
    void this.addLoginAsync(login);
  }

  #changed(): void {
    for (const observer of [...observers]) {
      observer.observe();
    }
  }

  password(origin: string, username: string): string | null {
    return this.list.find((one) => one.httpRealm === origin && one.username === username)?.password ?? null;
  }
}

export const logins = new FakeLogins();

/** Setters of host and user name forget the password, in memory and among the saved ones, as Thunderbird's do. */
export class FakeSmtpServer {
  port = 587;
  socketType = 2;
  authMethod = 3;
  description = "";
  password = "";
  readonly type = "smtp";
  readonly _busyConnections: unknown[] = [];
  closed = 0;
  #hostname = "";
  #username = "";

  constructor(readonly key: string) {}
  get wrappedJSObject(): this {
    return this;
  }
  get hostname(): string {
    return this.#hostname;
  }
  set hostname(value: string) {
    if (value.toLowerCase() !== this.#hostname.toLowerCase()) this.forgetPassword();
    this.#hostname = value;
  }
  get username(): string {
    return this.#username;
  }
  set username(value: string) {
    if (value !== this.#username) this.forgetPassword();
    this.#username = value;
  }
  forgetPassword(): void {
    const origin = `smtp://${this.#hostname}`;
    logins.list = logins.list.filter((one) => one.httpRealm !== origin || one.username !== this.#username);
    this.password = "";
  }
  closeCachedConnections(): void {
    this.closed += 1;
  }
  QueryInterface(): this {
    return this;
  }
}

interface FakeIdentity {
  key: string;
  email: string;
  smtpServerKey: string;
}
interface FakeAccount {
  readonly key: string;
  readonly identities: FakeIdentity[];
  readonly incomingServer: { type: string; hostname: string; username: string } | null;
}

/** What a test prepares. */
export const world: {
  servers: FakeSmtpServer[];
  accounts: FakeAccount[];
  preferences: Map<string, unknown>;
  /** What the user does at the prompt for the primary password. */
  prompt: () => void;
  /** Whether the Outbox is being sent. */
  sendsOutbox: boolean;
} = {
  servers: [],
  accounts: [],
  preferences: new Map(),
  prompt: () => {
    throw new Error("nobody is at the prompt");
  },
  sendsOutbox: false,
};

export function server(key: string, hostname: string, username: string): FakeSmtpServer {
  const made = new FakeSmtpServer(key);
  made.hostname = hostname;
  made.username = username;
  world.servers.push(made);
  return made;
}

/** Names that were not prepared are mistakes of the test, or of what it tests. */
function prepared<Prepared extends object>(name: string, values: Prepared): Prepared {
  return new Proxy(values, {
    get(target, property, receiver) {
      if (typeof property === "symbol" || property in target || property === "then") {
        return Reflect.get(target, property, receiver) as unknown;
      }
      throw new Error(`${name}.${property} is not prepared`);
    },
  });
}

const MailServices = {
  accounts: prepared("accounts", {
    get accounts() {
      return world.accounts;
    },
    get allIdentities() {
      return world.accounts.flatMap(({ identities }) => identities);
    },
    getAccount: (key: string) => world.accounts.find((account) => account.key === key) ?? null,
    /** As the real one: of an unknown key it makes an identity. */
    getIdentity: (key: string): FakeIdentity =>
      world.accounts.flatMap(({ identities }) => identities).find((one) => one.key === key) ?? {
        key,
        email: "",
        smtpServerKey: "",
      },
  }),
  outgoingServer: prepared("outgoingServer", {
    get servers() {
      return world.servers;
    },
    getServerByIdentity: ({ smtpServerKey }: FakeIdentity) =>
      world.servers.find(({ key }) => key === (smtpServerKey || world.servers[0]?.key)) ?? null,
  }),
};

const prefs = prepared("prefs", {
  getCharPref: (name: string, fallback: string) =>
    (world.preferences.get(name) as string | undefined) ?? fallback,
  getStringPref: (name: string, fallback: string) =>
    (world.preferences.get(name) as string | undefined) ?? fallback,
  prefHasUserValue: (name: string) => world.preferences.has(name),
  prefIsLocked: () => false,
  clearUserPref: (name: string) => void world.preferences.delete(name),
  savePrefFile: () => undefined,
});

const modules: Readonly<Record<string, object>> = {
  "resource:///modules/MailServices.sys.mjs": { MailServices },
  "resource://gre/modules/Timer.sys.mjs": { setTimeout: () => 0, clearTimeout: () => undefined },
  "resource://passwordmgr/passwordstorage.sys.mjs": {
    LoginManagerStorage: {
      create: async () =>
        logins.cannotBeAsked
          ? Promise.reject(new Error("no such store"))
          : Promise.resolve(logins.writesOwnTimes ? {} : { _store: {} }),
    },
  },
  "resource:///modules/OAuth2Module.sys.mjs": {},
  "resource:///modules/OAuth2Providers.sys.mjs": { OAuth2Providers: { getHostnameDetails: () => undefined } },
};

const makers: Readonly<Record<string, () => unknown>> = {
  "@mozilla.org/login-manager/loginInfo;1": newLogin,
  "@mozilla.org/hash-property-bag;1": () => new Bag(),
  "@mozilla.org/security/hash;1": () => {
    let hash = createHash("md5");
    return {
      initWithString: (algorithm: string) => (hash = createHash(algorithm)),
      update: (octets: Uint8Array, length: number) => hash.update(octets.slice(0, length)),
      finish: () => hash.digest("base64"),
    };
  },
  "@mozilla.org/security/internalkeytoken;1": () => ({
    login: () => {
      world.prompt();
    },
  }),
};

const services: Readonly<Record<string, object>> = {
  "@mozilla.org/messengercompose/sendlater;1": {
    get sendingMessages() {
      return world.sendsOutbox;
    },
  },
};

/** Sockets and look-ups are taken at import; whoever uses one here is told that it is not prepared. */
function makerOf(id: string): object {
  const createInstance = makers[id];
  return createInstance === undefined
    ? { getService: () => prepared(id, services[id] ?? {}), createInstance: () => prepared(id, {}) }
    : { createInstance };
}

Object.assign(globalThis, {
  ChromeUtils: {
    importESModule(url: string) {
      const found = modules[url];
      if (found === undefined) throw new Error(`${url} is not prepared`);
      return found;
    },
  },
  Cc: new Proxy({}, { get: (_target, id) => makerOf(String(id)) }),
  Ci: {
    nsMsgSocketType: { plain: 0, alwaysSTARTTLS: 2, SSL: 3 },
    nsIProxyInfo: { TRANSPARENT_PROXY_RESOLVES_HOST: 2 },
    nsMsgAuthMethod: { none: 1, passwordCleartext: 3, passwordEncrypted: 4, NTLM: 6, secure: 8, OAuth2: 10 },
  },
  Cr: {},
  Components: {},
  Cu: { getGlobalForObject: () => ({ AbortController }) },
  Services: prepared("Services", {
    io: {},
    obs: {
      addObserver: (observer: { observe(): void }) => observers.add(observer),
      removeObserver: (observer: { observe(): void }) => observers.delete(observer),
    },
    dns: {},
    tm: {},
    eTLD: {},
    dirsvc: { get: () => ({ path: "/profile/prefs.js" }) },
    logins,
    prefs,
    policies: { getExtensionPolicy: () => null },
  }),
});
