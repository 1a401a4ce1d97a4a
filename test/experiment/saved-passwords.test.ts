// Saved passwords: nothing that is newer, or not proven, is ever overwritten or taken away, and nothing goes astray while an
// entry is written. On the code of the parent script, in memory.

import { beforeEach, describe, expect, it, vi } from "vitest";
import { clock, logins, newLogin, server, world } from "./thunderbird.js";
import { findCredentials } from "../../src/experiment/outgoingServers/parent/find-credentials.js";
import { endOperation, operationOf } from "../../src/experiment/outgoingServers/parent/operations.js";
import {
  refusedLogIns,
  rememberOwnLogIn,
} from "../../src/experiment/outgoingServers/parent/refused-log-ins.js";
import { readIncoming } from "../../src/experiment/outgoingServers/parent/read-entries.js";
import { copyPassword, unlock } from "../../src/experiment/outgoingServers/parent/saved-passwords.js";
import { removePassword } from "../../src/experiment/outgoingServers/parent/take-password-back.js";
import { verify } from "../../src/experiment/outgoingServers/parent/verify.js";
import { assignServer, updateServer } from "../../src/experiment/outgoingServers/parent/write-entries.js";

const user = "alice@example.test";
const origin = "smtp://mail.example.test";
const alice = { key: "id1", email: user, smtpServerKey: "smtp1" };

beforeEach(() => {
  clock.now = 1_000_000;
  logins.list = [];
  logins.isLoggedIn = true;
  logins.writesOwnTimes = false;
  world.servers = [];
  world.preferences = new Map();
  world.accounts = [
    {
      key: "account1",
      identities: [{ ...alice }],
      incomingServer: { type: "imap", hostname: "mail.example.test", username: user },
    },
  ];
  server("smtp1", "mail.example.test", user);
});

/** As `kill -9` does it: the write is done, and nothing after it. */
function endAfterWrite(nth: number): void {
  let writes = 0;
  for (const name of ["addLoginAsync", "modifyLoginAsync", "removeLoginAsync"] as const) {
    const write = logins[name].bind(logins) as (...values: unknown[]) => Promise<unknown>;
    vi.spyOn(logins, name).mockImplementation(async (...values: unknown[]): Promise<never> => {
      const done = (await write(...values)) as never;
      writes += 1;
      if (writes === nth) throw new Error("ended here");
      return done;
    });
  }
}

function kept({ guid, password, httpRealm, timePasswordChanged }: (typeof logins.list)[0]): object {
  return { guid, password, httpRealm, timePasswordChanged };
}

function proven(password: string, operationId = "click"): { proofId: string } {
  const proofId = `${operationId}-1`;
  operationOf(operationId).proven.set(proofId, { hostname: "mail.example.test", username: user, password });
  return { proofId };
}

async function copied(
  from: messenger.outgoingServers.PasswordSource,
  credentialId: string,
): Promise<messenger.outgoingServers.CopiedPassword> {
  return copyPassword({ from, toServerId: "smtp1", identityId: "id1", credentialId }, "caller@example");
}

const inUse = (): string | null => logins.password(origin, user);

async function takenBack(credentialId: string, serverId = "smtp1") {
  return (await removePassword(credentialId, serverId)).value;
}

describe("the password for receiving", () => {
  const sameAs = async (): Promise<string[] | undefined> => (await readIncoming("account1"))?.samePasswordAs;

  beforeEach(() => {
    logins.save("imap://mail.example.test", user, "one");
  });

  it("is told to be the same as the one for sending, or not, without telling it", async () => {
    logins.save(origin, user, "another");
    expect(await sameAs()).toEqual([]);
    logins.save(origin, user, "one");
    expect(await sameAs()).toEqual(["smtp1"]);
    expect(JSON.stringify(await readIncoming("account1"))).not.toContain('"one"');
  });

  it("is compared with none that is not saved, and not while the primary password is wanted", async () => {
    expect(await sameAs()).toEqual([]);
    logins.save(origin, user, "one");
    logins.isLoggedIn = false;
    expect(await sameAs()).toEqual([]);
  });

  it("is said to be saved, or not, or not to be known before the primary password is given", async () => {
    const saved = async (): Promise<unknown> => (await readIncoming("account1"))?.savedPassword;
    expect(await saved()).toBe("yes");
    logins.list = [];
    expect(await saved()).toBe("no");
    logins.isLoggedIn = false;
    expect(await saved()).toBe("locked");
  });
});

describe("a saved password", () => {
  beforeEach(() => {
    vi.spyOn(Date, "now").mockImplementation(() => clock.now);
    return () => vi.restoreAllMocks();
  });

  it("is not overwritten by one that was not proven", async () => {
    logins.save("imap://mail.example.test", user, "for receiving");
    logins.save(origin, user, "for sending");
    expect(await copied({ incomingAccountId: "account1" }, "{one}")).toBe("already-saved");
    expect(inUse()).toBe("for sending");
    expect(logins.list).toHaveLength(2);
  });

  it("makes room for a proven one, and comes back", async () => {
    logins.save(origin, user, "old");
    clock.now += 1_000_000;
    expect(await copied(proven("new"), "{one}")).toBe("copied");
    expect(inUse()).toBe("new");
    clock.now += 1_000_000;
    expect(await takenBack("{one}")).toBe("restored");
    expect(inUse()).toBe("old");
    expect(logins.list).toHaveLength(1);
    expect(logins.list[0]?.timePasswordChanged).toBe(1_000_000);
  });

  it("that was changed since stays in use, and the old one aside", async () => {
    logins.save(origin, user, "old");
    await copied(proven("new"), "{one}");
    clock.now += 60_000;
    logins.save(origin, user, "newer");
    expect(await takenBack("{one}")).toBe("changed-since");
    expect(inUse()).toBe("newer");
    expect(logins.list.map(({ password }) => password)).toContain("old");
  });

  it("that was changed a moment later stays in use, too, whether we had replaced or added it", async () => {
    logins.save(origin, user, "old");
    clock.now += 1_000_000;
    await copied(proven("new"), "{one}");
    clock.now += 1;
    logins.save(origin, user, "newer");
    expect(await takenBack("{one}")).toBe("changed-since");
    expect(inUse()).toBe("newer");

    logins.list = [];
    await copied(proven("new"), "{two}");
    clock.now += 1;
    logins.save(origin, user, "newer");
    expect(await takenBack("{two}")).toBe("changed-since");
    expect(inUse()).toBe("newer");
  });

  it("is ours however long the storage took between the two writes", async () => {
    logins.save(origin, user, "old");
    clock.now += 1_000_000;
    const add = logins.addLoginAsync.bind(logins);
    vi.spyOn(logins, "addLoginAsync").mockImplementation(async (login) => {
      const added = await add(login);
      clock.now += 20_000;
      return added;
    });
    await copied(proven("new"), "{one}");
    expect(await takenBack("{one}")).toBe("restored");
    expect(inUse()).toBe("old");
  });

  it("that we added and was changed since stays", async () => {
    await copied(proven("new"), "{one}");
    clock.now += 60_000;
    logins.save(origin, user, "newer");
    expect(await takenBack("{one}")).toBe("changed-since");
    expect(inUse()).toBe("newer");
  });

  it("that we added goes", async () => {
    await copied(proven("new"), "{one}");
    expect(await takenBack("{one}")).toBe("removed");
    expect(logins.list).toEqual([]);
  });

  it("that another entry signs in with stays, one without sign-in does not count", async () => {
    await copied(proven("new"), "{one}");
    const other = server("smtp2", "mail.example.test", user);
    world.servers = [...world.servers];
    logins.save(origin, user, "new");
    expect(await takenBack("{one}")).toBe("used-elsewhere");
    other.authMethod = 1;
    expect(await takenBack("{one}")).toBe("removed");
  });

  it("that another entry needs for another user, or at another host, goes", async () => {
    await copied(proven("new"), "{one}");
    const others = [
      server("smtp2", "mail.example.test", "bob@example.test"),
      server("smtp3", "mail.other.test", user),
    ];
    expect(others).toHaveLength(2);
    expect(await takenBack("{one}")).toBe("removed");
  });

  it.each([3, 4, 6, 8])(
    "that another entry signs in with stays, by whichever password method: %i",
    async (method) => {
      await copied(proven("new"), "{one}");
      server("smtp2", "mail.example.test", user).authMethod = method;
      expect(await takenBack("{one}")).toBe("used-elsewhere");
    },
  );

  it.each([
    ["as 153's file does", false],
    ["as 157's database does", true],
  ])(
    "of two changes, %s: undoing the older first loses nothing, newest first brings all back",
    async (_, own) => {
      logins.writesOwnTimes = own;
      logins.save(origin, user, "first");
      clock.now += 100_000;
      await copied(proven("second", "a"), "{a}");
      clock.now += 100_000;
      await copied(proven("third", "b"), "{b}");
      clock.now += 100_000;
      expect(await takenBack("{a}")).toBe("changed-since");
      expect(inUse()).toBe("third");
      expect(await takenBack("{b}")).toBe("restored");
      expect(inUse()).toBe("second");
      expect(await takenBack("{a}")).toBe("restored");
      expect(inUse()).toBe("first");
      expect(logins.list).toHaveLength(1);
    },
  );

  it.each([1, 2])(
    "in 153's file: is there at every moment, also where Thunderbird ends after write %i",
    async (nth) => {
      logins.save(origin, user, "old");
      endAfterWrite(nth);
      await expect(copied(proven("new"), "{one}")).rejects.toThrow("ended here");
      expect(inUse()).toBe(nth === 1 ? "old" : "new");
    },
  );

  it("in 157's database: is restored, but not over one that was changed a moment later", async () => {
    logins.writesOwnTimes = true;
    logins.save(origin, user, "old");
    const [{ guid } = { guid: "" }] = logins.list;
    clock.now += 1_000_000;
    await copied(proven("new"), "{one}");
    expect(logins.list.find(({ password }) => password === "new")?.guid).toBe(guid);
    clock.now += 1;
    logins.save(origin, user, "newer");
    expect(await takenBack("{one}")).toBe("changed-since");
    expect(inUse()).toBe("newer");
  });

  it("is not restored under a name that another has by now, nor under one that was not written down", async () => {
    for (const realm of [`${origin} (replaced {one}, was {taken})`, `${origin} (replaced {one})`]) {
      logins.list = [];
      const aside = newLogin();
      aside.init(origin, null, realm, user, "old");
      await logins.addLoginAsync({ ...aside, guid: "{one}" });
      const other = newLogin();
      other.init("imap://mail.example.test", null, "imap://mail.example.test", user, "other");
      await logins.addLoginAsync({ ...other, guid: "{taken}" });
      expect(await takenBack("{one}")).toBe("restored");
      expect([inUse(), new Set(logins.list.map(({ guid }) => guid)).size]).toEqual(["old", 2]);
    }
  });

  it("stays untouched where the store cannot be asked how it keeps times", async () => {
    logins.save(origin, user, "old");
    const before = logins.list.map(kept);
    logins.cannotBeAsked = true;
    await expect(copied(proven("new"), "{one}")).rejects.toThrow();
    logins.cannotBeAsked = false;
    expect(logins.list.map(kept)).toEqual(before);
  });

  it("that was put aside and removed by the user is not made up", async () => {
    logins.save(origin, user, "old");
    await copied(proven("new"), "{one}");
    logins.list = logins.list.filter(({ guid }) => guid !== "{one}");
    expect(await takenBack("{one}")).toBe("none");
    expect(inUse()).toBe("new");
  });

  describe.each([
    ["153's file", false],
    ["157's database", true],
  ])("in %s", (_, own) => {
    it.each([1, 2, 3, 4, 5])("is the old one again where a crash came after write %i", async (nth) => {
      logins.writesOwnTimes = own;
      logins.save(origin, user, "old");
      const before = logins.list.map(kept);
      clock.now += 1_000_000;
      endAfterWrite(nth);
      const whole = copied(proven("new"), "{one}").then(async () => {
        clock.now += 1_000_000;
        return takenBack("{one}");
      });
      await whole.catch((error: unknown) => {
        expect(error).toEqual(new Error("ended here"));
      });
      vi.restoreAllMocks();
      clock.now += 1_000_000;
      expect(await takenBack("{one}")).toBeOneOf(["restored", "none"]);
      expect(logins.list.map(kept)).toEqual(before);
    });
  });

  it("proven for one host or user is saved for no other", async () => {
    server("smtp2", "mail.other.test", user);
    const copy = { from: proven("new"), toServerId: "smtp2", identityId: "id1", credentialId: "{one}" };
    expect(await copyPassword(copy, "caller@example")).toBe("withheld");
  });

  it("is not made up where none is saved, whether the target has one or not", async () => {
    for (const saved of [false, true]) {
      if (saved) logins.save(origin, user, "old");
      const before = logins.list.map(kept);
      expect(await copied({ incomingAccountId: "account1" }, "{one}")).toBe("none-saved");
      expect(logins.list.map(kept)).toEqual(before);
    }
  });

  it("is forgotten where Thunderbird holds it for that host and user, and nowhere else", async () => {
    logins.save(origin, user, "old");
    // An entry of another kind has no host to be asked for.
    server("ews1", "mail.example.test", user);
    world.preferences.set("mail.smtpserver.ews1.type", "ews");
    const inMemory = [
      server("smtp2", "MAIL.Example.test", user),
      server("smtp3", "mail.example.test", "bob@example.test"),
      server("smtp4", "mail.other.test", user),
    ];
    for (const one of inMemory) one.password = "typed";
    expect(await copied(proven("new"), "{one}")).toBe("copied");
    expect(inMemory.map(({ password }) => password)).toEqual(["", "typed", "typed"]);
  });

  it("survives new host and user name of its entry", () => {
    logins.save(origin, user, "kept");
    expect(updateServer("smtp1", { hostname: "mail.new.test", username: "alice" }, []).refused).toBeNull();
    expect(inUse()).toBe("kept");
    expect(world.servers[0]).toMatchObject({ hostname: "mail.new.test", username: "alice" });
    // And Thunderbird's own way to forget it is back.
    world.servers[0]?.forgetPassword();
    logins.save("smtp://mail.new.test", "alice", "new");
    world.servers[0]?.forgetPassword();
    expect(logins.password("smtp://mail.new.test", "alice")).toBeNull();
  });
});

describe("one click", () => {
  const request = (rest: Partial<messenger.outgoingServers.VerifyRequest> = {}) => ({
    operationId: "click-of-three",
    identityId: "id1",
    properties: {
      hostname: "mail.example.test",
      port: 587,
      security: "starttls" as const,
      authMethod: "passwordCleartext" as const,
      username: user,
    },
    from: user,
    recipients: [user],
    passwords: [{ outgoingServerId: "smtp1" }, { incomingAccountId: "account1" }],
    password: null,
    agreed: null,
    ...rest,
  });
  const asker = { extensionId: "caller@example", agreed: null };

  it("makes no third log-in", async () => {
    operationOf("click-of-three").logIns = 2;
    expect((await verify(request(), "caller@example")).result).toBe("too-many-log-ins");
  });

  it("begins nothing once it was cancelled, between two log-ins or before the first", async () => {
    operationOf("cancelled-between").logIns = 1;
    for (const operationId of ["cancelled-between", "cancelled-before"]) {
      endOperation(operationId);
      logins.isLoggedIn = false;
      expect((await verify(request({ operationId, password: "typed" }), "caller@example")).result).toBe(
        "cancelled",
      );
    }
  });

  it("does not try a rejected password again, and goes on to the next", async () => {
    logins.save(origin, user, "for sending");
    logins.save("imap://mail.example.test", user, "for receiving");
    const at = { host: "mail.example.test", userName: user };
    const reject = (found: Awaited<ReturnType<typeof findCredentials>>): void => {
      refusedLogIns.rejected(at, typeof found === "string" ? "" : (found.credential ?? ""));
    };
    const identity = world.accounts[0]?.identities[0] as never;
    const first = await findCredentials(request(), "password", { identity, asker });
    expect(first).toMatchObject({ from: "outgoing", credentials: { secret: "for sending" } });
    reject(first);
    const second = await findCredentials(request(), "password", { identity, asker });
    expect(second).toMatchObject({ from: "incoming", credentials: { secret: "for receiving" } });
    reject(second);
    expect(await findCredentials(request(), "password", { identity, asker })).toBe("no-password");
  });

  describe("after Thunderbird's own log-in was rejected", () => {
    // A quarter of an hour after whatever came before.
    beforeEach(() => {
      vi.spyOn(Date, "now").mockReturnValue(Date.now() + 16 * 60_000);
      return () => vi.restoreAllMocks();
    });
    const failure = {
      serverId: "smtp1",
      stage: "auth",
      code: 535,
      enhancedCode: "5.7.8",
      lines: ["authentication failed"],
    } as messenger.outgoingServers.SendFailure;
    const next = async () =>
      findCredentials(request(), "password", { identity: world.accounts[0]?.identities[0] as never, asker });

    it("goes on to the other password at once", async () => {
      logins.save(origin, user, "for sending");
      logins.save("imap://mail.example.test", user, "for receiving");
      await rememberOwnLogIn(failure);
      expect(await next()).toMatchObject({ from: "incoming", credentials: { secret: "for receiving" } });
    });

    it("does not try the same one under another name", async () => {
      logins.save(origin, user, "one for both");
      logins.save("imap://mail.example.test", user, "one for both");
      await rememberOwnLogIn(failure);
      expect(await next()).toBe("no-password");
    });

    it("tries one that was saved or changed since", async () => {
      logins.save(origin, user, "old");
      await rememberOwnLogIn(failure);
      clock.now += 1000;
      logins.save(origin, user, "new");
      expect(await next()).toMatchObject({ credentials: { secret: "new" } });
    });

    it("tries the saved one where another was typed at Thunderbird's prompt", async () => {
      logins.save(origin, user, "saved");
      (world.servers[0] ?? { password: "" }).password = "typed";
      await rememberOwnLogIn(failure);
      expect(await next()).toMatchObject({ credentials: { secret: "saved" } });
    });

    it.each([
      ["in an encrypted form", { authMethod: 4 }, failure],
      ["for another reason than the password", {}, { ...failure, code: 454 }],
      ["by a server in trouble", {}, { ...failure, lines: ["LDAP server unavailable"] }],
    ])("tries the saved one where it was refused %s", async (_, entry, refused) => {
      logins.save(origin, user, "saved");
      Object.assign(world.servers[0] ?? {}, entry);
      await rememberOwnLogIn(refused);
      expect(await next()).toMatchObject({ credentials: { secret: "saved" } });
    });
  });

  it("reads no password that may not go there", async () => {
    logins.save(origin, user, "for sending");
    const identity = world.accounts[0]?.identities[0] as never;
    const away = request({ properties: { ...request().properties, hostname: "mail.stranger.test" } });
    const whose = { identity, asker };
    expect(await findCredentials(away, "password", whose)).toBe("needs-consent");
    logins.isLoggedIn = false;
    // Nor is anybody asked to unlock it.
    expect(await findCredentials(away, "password", whose)).toBe("needs-consent");
  });
});

describe("the primary password", () => {
  it("is not asked for in order to take a password back", async () => {
    logins.isLoggedIn = false;
    expect(await removePassword("{one}", "smtp1")).toEqual({ refused: "primary-password", value: null });
  });

  it("is asked for by the token: a search without a hit would ask nobody", async () => {
    logins.isLoggedIn = false;
    world.prompt = () => {
      logins.isLoggedIn = true;
    };
    expect(await unlock()).toBe(true);
  });

  it("may be refused", async () => {
    logins.isLoggedIn = false;
    world.prompt = () => {
      throw new Error("cancelled");
    };
    expect(await unlock()).toBe(false);
  });
});

describe("an account that is gone", () => {
  it("has nothing to receive from", async () => {
    expect(await readIncoming("account9")).toBeNull();
  });

  it("is told from one that Thunderbird would make up", async () => {
    expect(assignServer("id9", "smtp1", false).refused).toBe("gone");
    const request = {
      operationId: "gone",
      identityId: "id9",
      properties: {
        hostname: "mail.example.test",
        security: "starttls",
        authMethod: "passwordCleartext",
      } as const,
      from: user,
      recipients: [],
      passwords: [],
      password: "typed",
      agreed: null,
    };
    expect((await verify(request, "caller@example")).result).toBe("not-supported");
  });
});
