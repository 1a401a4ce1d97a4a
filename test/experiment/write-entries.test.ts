// Entries are created under keys that nobody has used, changed without losing what Thunderbird's setters would take along, and
// removed only where nobody sends through them; each call answers what it replaced. Services and setters as in 153
// (OutgoingServerService.sys.mjs, SmtpServer.sys.mjs).
import { beforeEach, describe, expect, it } from "vitest";
import { failure, prepared, prepareProgram, results } from "./program.js";

const preferences = new Map<string, unknown>();
const locked = new Set<string>();
let saves = 0;

class Smtp {
  readonly _busyConnections: unknown[] = [];
  password = "in memory";
  closed = 0;
  /** What the setters did, in their order. */
  readonly done: string[] = [];
  description = "";
  constructor(readonly key: string) {}
  readonly type = "smtp";
  get wrappedJSObject(): this {
    return this;
  }
  QueryInterface(): this {
    return this;
  }
  forgetPassword(): void {
    this.done.push("forgot the saved password");
  }
  closeCachedConnections(): void {
    this.closed += 1;
  }
  #get<Value>(name: string, fallback: Value): Value {
    return (preferences.get(`mail.smtpserver.${this.key}.${name}`) as Value | undefined) ?? fallback;
  }
  #set(name: string, value: unknown): void {
    this.done.push(name);
    preferences.set(`mail.smtpserver.${this.key}.${name}`, value);
  }
  get hostname(): string {
    return this.#get("hostname", "");
  }
  set hostname(value: string) {
    if (value === "throws.example") throw failure(results.NS_ERROR_FAILURE);
    if (value.toLowerCase() !== this.hostname.toLowerCase()) this.forgetPassword();
    this.#set("hostname", value);
  }
  get username(): string {
    return this.#get("username", "");
  }
  set username(value: string) {
    if (value !== this.username) this.forgetPassword();
    this.#set("username", value);
  }
  get port(): number {
    return this.#get("port", 0);
  }
  set port(value: number) {
    this.#set("port", value);
  }
  get socketType(): number {
    return this.#get("try_ssl", 0);
  }
  set socketType(value: number) {
    this.#set("try_ssl", value);
  }
  get authMethod(): number {
    return this.#get("authMethod", 3);
  }
  set authMethod(value: number) {
    this.#set("authMethod", value);
  }
}

const listed = (): readonly string[] =>
  ((preferences.get("mail.smtpservers") ?? "") as string).split(",").filter(Boolean);
let creates: () => void = () => undefined;
const service = {
  servers: [] as { readonly key: string }[],
  createServer(): Smtp {
    creates();
    let number = 1;
    while (listed().includes(`smtp${String(number)}`)) number += 1;
    const server = new Smtp(`smtp${String(number)}`);
    preferences.set("mail.smtpservers", [...listed(), server.key].join(","));
    service.servers.push(server);
    return server;
  },
  deleteServer(server: Smtp): void {
    service.servers = service.servers.filter(({ key }) => key !== server.key);
    preferences.set(
      "mail.smtpservers",
      listed()
        .filter((key) => key !== server.key)
        .join(","),
    );
  },
  get defaultServer() {
    return service.servers.find(({ key }) => key === preferences.get("mail.smtp.defaultserver")) ?? null;
  },
  set defaultServer(server: { readonly key: string } | null) {
    preferences.set("mail.smtp.defaultserver", server?.key ?? "");
  },
  getServerByIdentity: ({ smtpServerKey }: GeckoIdentity) =>
    service.servers.find(({ key }) => key === smtpServerKey) ?? null,
};
let identities: GeckoIdentity[] = [];

prepareProgram({
  modules: {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: {
        accounts: {
          get accounts() {
            return [{ identities, incomingServer: null }];
          },
          get allIdentities() {
            return identities;
          },
        },
        outgoingServer: service,
      },
    },
    "resource:///modules/OAuth2Module.sys.mjs": { OAuth2Module: null },
    "resource:///modules/OAuth2Providers.sys.mjs": { OAuth2Providers: null },
  },
  services: { "@mozilla.org/messengercompose/sendlater;1": { sendingMessages: false } },
  globalServices: {
    logins: prepared("logins", { isLoggedIn: false }),
    dirsvc: prepared("dirsvc", { get: (name: string) => name }),
    prefs: prepared("prefs", {
      PREF_STRING: 32,
      PREF_BOOL: 128,
      getPrefType: () => 32,
      getCharPref: (name: string, fallback: string) => preferences.get(name) ?? fallback,
      getStringPref: (name: string, fallback: string) => preferences.get(name) ?? fallback,
      setCharPref: (name: string, value: string) => void preferences.set(name, value),
      setStringPref: (name: string, value: string) => void preferences.set(name, value),
      getChildList: (root: string) => [...preferences.keys()].filter((name) => name.startsWith(root)),
      prefHasUserValue: (name: string) => preferences.has(name),
      prefIsLocked: (name: string) => locked.has(name),
      clearUserPref: (name: string) => void preferences.delete(name),
      deleteBranch(root: string) {
        for (const name of preferences.keys()) if (name.startsWith(root)) preferences.delete(name);
      },
      // Without a file it answers before it has begun to write.
      savePrefFile: (file: string | null) => (saves += file === "PrefF" ? 1 : 0),
    }),
  },
});
const { createServer, removeServer, updateServer } =
  await import("../../src/experiment/outgoingServers/parent/write-entries.js");

function entry(key: string, hostname: string): Smtp {
  const server = new Smtp(key);
  Object.assign(server, { hostname, port: 587, socketType: 2, authMethod: 3, username: "alice" });
  server.done.length = 0;
  service.servers.push(server);
  preferences.set("mail.smtpservers", [...listed(), key].join(","));
  return server;
}

beforeEach(() => {
  preferences.clear();
  locked.clear();
  service.servers = [];
  identities = [];
  creates = () => undefined;
  saves = 0;
});

describe("created", () => {
  const properties = {
    hostname: "smtp.firm.example",
    port: 465,
    security: "tls",
    authMethod: "passwordCleartext",
    username: "alice@firm.example",
  } as const;

  it("it has what was asked for, is answered as it is, and is on the disk", async () => {
    expect(await createServer(properties, "Made by hand")).toMatchObject({
      refused: null,
      value: { id: "smtp1", type: "smtp", isDefault: false, identityIds: [], smtp: properties },
    });
    expect(service.servers).toMatchObject([{ key: "smtp1", description: "Made by hand", closed: 1 }]);
    expect([preferences.get("mail.smtpservers"), saves]).toEqual(["smtp1", 1]);
  });

  it("it takes no key that somebody has used before: nothing old comes to life with it", async () => {
    entry("smtp1", "smtp.first.example");
    preferences.set("mail.smtpserver.smtp2.hostname", "smtp.removed.example");
    identities = [{ key: "id1", email: "", smtpServerKey: "smtp3" }];
    preferences.set("mail.smtp.defaultserver", "smtp4");
    expect((await createServer(properties, "")).value?.id).toBe("smtp5");
    expect(preferences.get("mail.smtpservers")).toBe("smtp1,smtp5");
  });

  it("where Thunderbird cannot, its list is as it was", async () => {
    entry("smtp1", "smtp.first.example");
    preferences.set("mail.smtpserver.smtp2.hostname", "smtp.removed.example");
    creates = () => {
      throw failure(results.NS_ERROR_FAILURE);
    };
    await expect(createServer(properties, "")).rejects.toThrow();
    expect(preferences.get("mail.smtpservers")).toBe("smtp1");
  });

  it("as an entry of another kind it is none of ours, and nothing is written to it", async () => {
    creates = () => preferences.set("mail.smtpserver.smtp1.type", "ews");
    expect(await createServer(properties, "")).toEqual({ refused: "invalid", value: null });
    expect(preferences.get("mail.smtpserver.smtp1.hostname")).toBeUndefined();
  });

  it("for OAuth2 it has the user's own details of the entry whose token it will use", async () => {
    const before = entry("smtp1", "smtp.firm.example");
    Object.assign(before, { username: "alice@firm.example", authMethod: 10 });
    preferences.set("mail.smtpserver.smtp1.oauth2.issuer", "login.firm.example");
    const oauth2 = { ...properties, authMethod: "oauth2" } as const;
    expect((await createServer(oauth2, "")).value?.id).toBe("smtp2");
    expect(preferences.get("mail.smtpserver.smtp2.oauth2.issuer")).toBe("login.firm.example");
    await createServer(properties, "");
    expect(preferences.has("mail.smtpserver.smtp3.oauth2.issuer")).toBe(false);
  });

  it.each([
    ["no host", { hostname: "" }],
    ["no word of a host", { hostname: undefined }],
    ["a host with a space", { hostname: "smtp firm" }],
    ["a host that is an address of mail", { hostname: "alice@firm.example" }],
    ["a host that is a page", { hostname: "smtp.firm.example/x" }],
    ["a host without end", { hostname: "x".repeat(256) }],
    ["a port below all", { port: -1 }],
    ["a port above all", { port: 65_536 }],
    ["half a port", { port: 587.5 }],
    ["a security that nobody knows", { security: "ssl" }],
    ["a way to sign in that cannot be written", { authMethod: "unknown" }],
  ])("with %s it is not", async (_, wrong) => {
    const given = { ...properties, ...wrong } as messenger.outgoingServers.Properties;
    expect(await createServer(given, "")).toEqual({ refused: "invalid", value: null });
    expect([service.servers, preferences.size]).toEqual([[], 0]);
  });

  it("with the last port there is, and one of the default, it is", async () => {
    expect((await createServer({ ...properties, port: 65_535 }, "")).refused).toBeNull();
    expect((await createServer({ ...properties, port: 0 }, "")).refused).toBeNull();
  });
});

describe("changed", () => {
  it("it answers the values it had, of those alone that were given", () => {
    const server = entry("smtp1", "smtp.old.example");
    expect(updateServer("smtp1", { hostname: "smtp.new.example", security: "tls" }, [])).toEqual({
      refused: null,
      value: { hostname: "smtp.old.example", security: "starttls" },
    });
    expect(server).toMatchObject({ hostname: "smtp.new.example", socketType: 3, port: 587, authMethod: 3 });
    expect([server.closed, saves]).toEqual([1, 1]);
  });

  it("a new host or user keeps the saved password, but not the one in memory, and its URI is made anew", () => {
    const server = entry("smtp1", "smtp.old.example");
    updateServer("smtp1", { hostname: "smtp.new.example", username: "bob" }, []);
    expect(server.done).toEqual(["username", "hostname", "port"]);
    expect([server.password, server.port]).toEqual(["", 587]);
    // Thunderbird's own, afterwards, does as ever.
    server.hostname = "smtp.other.example";
    expect(server.done).toContain("forgot the saved password");
  });

  it.each([{ hostname: "smtp.new.example" }, { username: "bob" }])(
    "%j alone is enough for that",
    (changed) => {
      const server = entry("smtp1", "smtp.old.example");
      updateServer("smtp1", changed, []);
      expect(server.password).toBe("");
      expect(server.done).not.toContain("forgot the saved password");
    },
  );

  it("a new port or way to sign in leaves the password in memory where it is", () => {
    const server = entry("smtp1", "smtp.old.example");
    updateServer("smtp1", { port: 465, security: "tls", authMethod: "passwordEncrypted" }, []);
    expect(server).toMatchObject({
      port: 465,
      socketType: 3,
      authMethod: 4,
      password: "in memory",
      closed: 1,
    });
    expect(server.done).toEqual(["port", "try_ssl", "authMethod"]);
  });

  it("where a setter throws, Thunderbird's own forgetting is back in its place", () => {
    const server = entry("smtp1", "smtp.old.example");
    expect(() => updateServer("smtp1", { hostname: "throws.example" }, [])).toThrow();
    server.username = "carol";
    expect(server.done).toContain("forgot the saved password");
  });

  it("what is to be unset has no value of its own any more", () => {
    entry("smtp1", "smtp.old.example");
    updateServer("smtp1", { port: 25 }, ["port", "security"]);
    expect(preferences.has("mail.smtpserver.smtp1.port")).toBe(false);
    expect(preferences.has("mail.smtpserver.smtp1.try_ssl")).toBe(false);
    expect(preferences.get("mail.smtpserver.smtp1.hostname")).toBe("smtp.old.example");
  });

  it.each([
    ["one that is gone", "smtp9", () => undefined, "gone"],
    [
      "one of another kind",
      "ews1",
      () => {
        preferences.set("mail.smtpserver.ews1.type", "ews");
        service.servers.push(prepared("ews", { key: "ews1" }));
      },
      "not-smtp",
    ],
    ["one whose port is locked", "smtp1", () => locked.add("mail.smtpserver.smtp1.port"), "locked"],
    ["one in the middle of sending", "smtp1", busy, "busy"],
  ])("%s is not", (_, key, prepare, refused) => {
    const server = entry("smtp1", "smtp.old.example");
    prepare();
    expect(updateServer(key, { port: 25 }, [])).toEqual({ refused, value: null });
    expect([server.port, server.done, saves]).toEqual([587, [], 0]);
  });

  it("one of which another property is locked is", () => {
    entry("smtp1", "smtp.old.example");
    locked.add("mail.smtpserver.smtp1.hostname");
    expect(updateServer("smtp1", { port: 25 }, []).refused).toBeNull();
  });

  it("to what no entry can have it is not", () => {
    const server = entry("smtp1", "smtp.old.example");
    expect(updateServer("smtp1", { hostname: "no host", port: 25 }, []).refused).toBe("invalid");
    expect(server.done).toEqual([]);
  });
});

function busy(): void {
  (service.servers[0] as Smtp)._busyConnections.push({});
}

describe("removed", () => {
  it("it is answered as it was, and leaves nothing behind", async () => {
    const server = entry("smtp1", "smtp.old.example");
    entry("smtp10", "smtp.other.example");
    expect(await removeServer("smtp1", null)).toMatchObject({
      refused: null,
      value: { id: "smtp1", smtp: { hostname: "smtp.old.example" } },
    });
    expect([...preferences.keys()].filter((name) => name.includes(".smtp1."))).toEqual([]);
    expect(preferences.get("mail.smtpserver.smtp10.hostname")).toBe("smtp.other.example");
    expect([preferences.get("mail.smtpservers"), server.closed, saves]).toEqual(["smtp10", 1, 1]);
  });

  it.each([
    ["the one that is named", "smtp3", "smtp3"],
    ["the first, where that one is gone", "smtp9", "smtp2"],
    ["the first, where none is named", null, "smtp2"],
  ])("as the default, it hands that on to %s", async (_, next, becomes) => {
    for (const key of ["smtp1", "smtp2", "smtp3"]) entry(key, `${key}.example`);
    preferences.set("mail.smtp.defaultserver", "smtp1");
    await removeServer("smtp1", next);
    expect(preferences.get("mail.smtp.defaultserver")).toBe(becomes);
  });

  it("as the last one, no default leads anywhere", async () => {
    entry("smtp1", "smtp.old.example");
    preferences.set("mail.smtp.defaultserver", "smtp1");
    await removeServer("smtp1", null);
    expect(preferences.get("mail.smtp.defaultserver")).toBe("");
  });

  it("not being the default, it leaves that alone", async () => {
    for (const key of ["smtp1", "smtp2", "smtp3"]) entry(key, `${key}.example`);
    preferences.set("mail.smtp.defaultserver", "smtp3");
    await removeServer("smtp1", "smtp2");
    expect(preferences.get("mail.smtp.defaultserver")).toBe("smtp3");
  });

  it.each([
    [
      "while an identity names it",
      () => identities.push({ key: "id1", email: "", smtpServerKey: "smtp1" }),
      "busy",
    ],
    ["while it is sending", busy, "busy"],
    ["with anything locked", () => locked.add("mail.smtpserver.smtp1.username"), "locked"],
  ])("%s it is not", async (_, prepare, refused) => {
    entry("smtp1", "smtp.old.example");
    prepare();
    const before = [...preferences];
    expect(await removeServer("smtp1", null)).toEqual({ refused, value: null });
    expect([...preferences]).toEqual(before);
  });

  it("where it is gone, it is said to be", async () => {
    expect(await removeServer("smtp1", null)).toEqual({ refused: "gone", value: null });
  });
});
