// The adapters that add little of their own: what they ask of Thunderbird, and what they make of its answer.

import { beforeEach, describe, expect, it, vi } from "vitest";
import { isOffline } from "../../src/adapters/connection.js";
import { consoleBugs } from "../../src/adapters/console-bugs.js";
import { experimentAlerts } from "../../src/adapters/experiment-alerts.js";
import { experimentDiscovery } from "../../src/adapters/experiment-discovery.js";
import { policyOfCompany, serversOfCompany } from "../../src/adapters/managed-storage.js";
import { noOutbox } from "../../src/adapters/no-outbox.js";
import { openOwnWindow } from "../../src/adapters/own-window.js";
import { pages } from "../../src/adapters/pages.js";
import { lastingStore, sessionStore } from "../../src/adapters/storage.js";
import { prepared } from "../fakes/prepared.js";

const faked = vi.hoisted(() => {
  const area = (kept: Map<string, unknown>) => ({
    get: async (key: string) => Promise.resolve(kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (values: Record<string, unknown>) => {
      Object.entries(values).forEach(([key, value]) => kept.set(key, value));
      return Promise.resolve();
    },
    remove: async (key: string) => Promise.resolve(void kept.delete(key)),
  });
  const session = new Map<string, unknown>();
  const local = new Map<string, unknown>();
  return {
    session,
    local,
    sessionArea: area(session),
    localArea: area(local),
    managed: vi.fn<(names: readonly string[]) => Promise<Record<string, unknown>>>(),
    sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  };
});
vi.mock("../../src/adapters/browser.js", () => ({
  browser: {
    storage: { session: faked.sessionArea, local: faked.localArea, managed: { get: faked.managed } },
    runtime: { sendMessage: faked.sendMessage },
  },
}));

beforeEach(() => {
  faked.managed.mockReset();
  faked.sendMessage.mockReset().mockResolvedValue(undefined);
});

describe("what is kept", () => {
  it.each([
    ["until Thunderbird ends", sessionStore, faked.session, faked.local],
    ["for good", lastingStore, faked.local, faked.session],
  ])("%s is kept there alone, read again, and taken away", async (_, store, here, elsewhere) => {
    expect(await store.read("cases")).toBeUndefined();
    await store.write("cases", [1]);
    expect(await store.read("cases")).toEqual([1]);
    expect([here.size, elsewhere.size]).toEqual([1, 0]);
    await store.remove("cases");
    expect([await store.read("cases"), here.size]).toEqual([undefined, 0]);
  });
});

describe("a company's policy", () => {
  it("is asked for by name: what is settled, and its servers", async () => {
    faked.managed.mockImplementation(async (names) =>
      Promise.resolve(Object.fromEntries(names.map((name) => [name, name === "quiet" ? true : undefined]))),
    );
    const policy = policyOfCompany();
    expect([await policy(), await policy()]).toMatchObject([{ quiet: true }, { quiet: true }]);
    expect(faked.managed).toHaveBeenCalledTimes(1);
    expect(faked.managed).toHaveBeenLastCalledWith(["lookUpSettings", "quiet", "supportAddress"]);
    await serversOfCompany();
    expect(faked.managed).toHaveBeenLastCalledWith(["outgoingServers"]);
  });

  it("is none where Thunderbird has none", async () => {
    faked.managed.mockRejectedValue(new Error("Managed storage manifest not found"));
    expect(await policyOfCompany()()).toMatchObject({ isLookUpForbidden: false, quiet: null });
    expect(await serversOfCompany()).toEqual({});
  });
});

describe("look-ups over the Experiment", () => {
  const discover = vi.fn();
  const api = { discover } as unknown as typeof messenger.outgoingServers;
  const policy = {
    outgoingServers: [{ domain: "example.test", host: "out.example.test", port: 465, security: "tls" }],
  };

  it("are made as Thunderbird makes its own, with no permission to be asked for", async () => {
    const { consent, permitted } = experimentDiscovery(api, true);
    expect([consent, await permitted([])]).toEqual(["as-thunderbird-does", true]);
  });

  it("give the engine its own words", async () => {
    discover.mockResolvedValue({
      result: "found",
      vouched: true,
      servers: [
        {
          hostname: "out.example.test",
          port: 587,
          security: "starttls",
          authMethods: ["passwordCleartext", "oauth2"],
          username: "%EMAILADDRESS%",
          ownNetworkOnly: false,
        },
      ],
      pages: [],
    });
    expect(await experimentDiscovery(api, true).lookUp("example.test", "isp")).toEqual({
      result: "found",
      vouched: true,
      servers: [
        {
          host: "out.example.test",
          port: 587,
          security: "starttls",
          signIns: ["password", "oauth2"],
          userName: "%EMAILADDRESS%",
          ownNetworkOnly: false,
        },
      ],
      pages: [],
    });
    expect(discover).toHaveBeenCalledWith("example.test", "isp");
  });

  it("ask nobody where the Experiment cannot, but the policy, which is read all the same", async () => {
    discover.mockClear();
    faked.managed.mockResolvedValue(policy);
    const { lookUp } = experimentDiscovery(api, false);
    expect(await lookUp("example.test", "isp")).toEqual({
      result: "disabled",
      vouched: false,
      servers: [],
      pages: [],
    });
    expect(discover).not.toHaveBeenCalled();
    expect(await lookUp("example.test", "policy")).toMatchObject({
      result: "found",
      vouched: true,
      servers: [{ host: "out.example.test", port: 465, security: "tls" }],
    });
  });

  it("vouch for a policy's servers where there are any for the domain", async () => {
    faked.managed.mockResolvedValue({});
    expect(await experimentDiscovery(api, true).lookUp("example.test", "policy")).toEqual({
      result: "none",
      vouched: false,
      servers: [],
      pages: [],
    });
  });
});

describe("a page in a window of its own", () => {
  const create = vi.fn();
  const update = vi.fn();
  let open: { readonly id?: number; readonly tabs?: readonly { readonly url: string }[] }[];
  let asked: unknown;

  beforeEach(() => {
    open = [];
    create.mockReset().mockResolvedValue({ id: 5 });
    update.mockReset().mockResolvedValue({});
    vi.stubGlobal(
      "messenger",
      prepared({
        runtime: { getURL: (path: string) => `moz-extension://us/${path}` },
        windows: {
          getAll: async (about: unknown) => {
            asked = about;
            return Promise.resolve(open);
          },
          create,
          update,
        },
      }),
    );
  });

  it.each([
    [{ kind: "compose", windowId: 7 } as const, "popup.html?place=compose&window=own&of=7", 640],
    [{ kind: "toolbar" } as const, "popup.html?place=toolbar&window=own", 640],
    [{ kind: "welcome" } as const, "popup.html?place=welcome&window=own", 300],
  ])("is as large as what it tells: %j", async (place, url, height) => {
    expect(await openOwnWindow(place)).toBe(true);
    expect(create).toHaveBeenCalledWith({ type: "popup", url, width: 560, height });
    expect(asked).toEqual({ populate: true, windowTypes: ["popup"] });
  });

  it("that is open already comes to the front, and no other one", async () => {
    open = [
      { id: 1 },
      { id: 2, tabs: [{ url: "moz-extension://us/popup.html?place=compose&window=own&of=8" }] },
      { id: 3, tabs: [{ url: "moz-extension://us/popup.html?place=compose&window=own&of=7" }] },
    ];
    expect(await openOwnWindow({ kind: "compose", windowId: 7 })).toBe(true);
    expect(update).toHaveBeenCalledWith(3, { focused: true });
    expect(create).not.toHaveBeenCalled();
  });

  it("that Thunderbird does not open is said", async () => {
    create.mockResolvedValue({});
    expect(await openOwnWindow({ kind: "toolbar" })).toBe(false);
  });
});

it("open pages are told together that something has changed, and nobody is no mistake", async () => {
  vi.useFakeTimers();
  faked.sendMessage.mockRejectedValue(new Error("Could not establish connection"));
  for (let count = 0; count < 60; count += 1) {
    pages.changed();
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(faked.sendMessage.mock.calls.length).toBeLessThanOrEqual(2);
  expect(faked.sendMessage).toHaveBeenCalledWith({ kind: "pageChanged" });
  vi.useRealTimers();
});

it("the sentences of Thunderbird's alerts are known by their names", async () => {
  const api = {
    sendErrorTexts: async () => Promise.resolve([{ name: "smtpServerError", text: "Error: %s" }]),
  } as unknown as typeof messenger.outgoingServers;
  expect(await experimentAlerts(api).sentences()).toEqual({ smtpServerError: "Error: %s" });
});

it("who owns a name is Thunderbird's word, also under a suffix that nobody knows; what is no name has no owner", async () => {
  vi.resetModules();
  const asked: unknown[] = [];
  vi.stubGlobal("messenger", {
    publicSuffix: {
      getDomain: (host: string, options: object) => {
        asked.push([host, options]);
        if (host === "[192.0.2.1]") throw new Error("no host name");
        return host.split(".").slice(-2).join(".");
      },
    },
  });
  const { registrable } = await import("../../src/adapters/thunderbirds-public-suffixes.js");
  expect(registrable("mail.example.lan")).toBe("example.lan");
  expect(asked).toEqual([["mail.example.lan", { allowUnknownSuffix: true }]]);
  expect(registrable("[192.0.2.1]")).toBeNull();
});

it("offline is what Thunderbird says of its own switch", () => {
  vi.stubGlobal("navigator", { onLine: true });
  expect(isOffline()).toBe(false);
  vi.stubGlobal("navigator", { onLine: false });
  expect(isOffline()).toBe(true);
});

it("our own mistakes are said in the console, under our name", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  consoleBugs.say({ what: "RangeError", where: "asking servers", places: [] });
  expect(said).toHaveBeenCalledWith("Relay Doctor: RangeError in asking servers");
  said.mockRestore();
});

it("where nothing can send from the Outbox, it is empty to us", async () => {
  expect(await noOutbox.count()).toBe(0);
  expect(await noOutbox.messages()).toEqual({ lying: [], gone: [] });
  await noOutbox.atRest();
  expect(await noOutbox.send()).toEqual({ kind: "refused", because: "empty" });
});
