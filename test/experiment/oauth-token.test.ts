// Thunderbird's own OAuth2 tokens: for which hosts one is had, without a question, and what is left behind in the object that
// all who want it share (OAuth2Module.sys.mjs).

import { beforeEach, describe, expect, it, vi } from "vitest";

interface FakeOAuth {
  accessToken: string | null;
  refreshToken: string | null;
  tokenExpired: boolean;
  _isRetrying: boolean;
}

const world = vi.hoisted(() => {
  const state = {
    entries: [] as { key: string; hostname: string; username: string; authMethod: number }[],
    oauth: {} as FakeOAuth,
    /** The module was set up for these, in order. */
    asked: [] as string[],
    /** Every `connect` that has not been answered. */
    waiting: [] as { withUI: boolean; onSuccess(): void; onFailure(): void }[],
    connects: 0,
    timers: [] as (() => void)[],
  };
  class OAuth2Module {
    readonly _oauth = state.oauth;
    initFromHostname(hostname: string): boolean {
      state.asked.push(`host ${hostname}`);
      return true;
    }
    initFromOutgoing({ key }: { readonly key: string }): boolean {
      state.asked.push(`entry ${key}`);
      return true;
    }
    connect(withUI: boolean, listener: { onSuccess(): void; onFailure(): void }): void {
      state.connects += 1;
      state.waiting.push({ ...listener, withUI });
    }
  }
  const modules: Readonly<Record<string, object>> = {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: {
        outgoingServer: {
          get servers() {
            return state.entries.map((entry) => ({ ...entry, QueryInterface: () => entry }));
          },
        },
      },
    },
    "resource:///modules/OAuth2Module.sys.mjs": { OAuth2Module },
    "resource:///modules/OAuth2Providers.sys.mjs": {
      OAuth2Providers: {
        getHostnameDetails: (host: string) => (host === "smtp.provider.example" ? {} : undefined),
      },
    },
    "resource://gre/modules/Timer.sys.mjs": {
      setTimeout: (callback: () => void) => state.timers.push(callback) - 1,
      clearTimeout: (id: number) => {
        state.timers[id] = () => undefined;
      },
    },
  };
  Object.assign(globalThis, {
    ChromeUtils: { importESModule: (url: string) => modules[url] },
    Ci: {
      nsMsgSocketType: { plain: 0, alwaysSTARTTLS: 2, SSL: 3 },
      nsMsgAuthMethod: { none: 1, passwordCleartext: 3, passwordEncrypted: 4, OAuth2: 10 },
    },
    Services: { prefs: { getCharPref: (_name: string, fallback: string) => fallback } },
  });
  return state;
});
const { isCovered, silentToken } = await import("../../src/experiment/outgoingServers/parent/oauth-token.js");

const user = "alice@provider.example";
const entry = (key: string, hostname: string, username = user, authMethod = 10) => ({
  key,
  hostname,
  username,
  authMethod,
});
const had = (): Promise<string | null> => silentToken("smtp.provider.example", user);

beforeEach(() => {
  Object.assign(world, { entries: [], asked: [], waiting: [], connects: 0, timers: [] });
  world.oauth = { accessToken: "token", refreshToken: "refresh", tokenExpired: false, _isRetrying: false };
});

describe("the host that a token is for", () => {
  it.each([
    ["the provider's", "SMTP.Provider.example", user, [], true],
    ["a stranger's", "smtp.bait.test", user, [], false],
    ["one that only looks like it", "smtp.provider.example.bait.test", user, [], false],
    ["one with an entry of that user", "mail.firm.test", user, [entry("smtp1", "Mail.Firm.test")], true],
    ["one with another user's", "mail.firm.test", user, [entry("smtp1", "mail.firm.test", "bob")], false],
    ["one beside that user's entry", "mail.firm.test", user, [entry("smtp1", "mail.other.test")], false],
    ["one with a password", "mail.firm.test", user, [entry("smtp1", "mail.firm.test", user, 3)], false],
  ])("%s", async (_, host, userName, entries, isIt) => {
    world.entries = entries;
    expect(isCovered(host, userName)).toBe(isIt);
    const token = silentToken(host, userName);
    world.waiting.forEach(({ onSuccess }) => {
      onSuccess();
    });
    expect(await token).toBe(isIt ? "token" : null);
    expect(world.connects).toBe(isIt ? 1 : 0);
    // Of details of the user's own, those of that very entry.
    expect(world.asked).toEqual(
      entries.length > 0 && isIt ? ["entry smtp1"] : isIt ? ["host smtp.provider.example"] : [],
    );
  });
});

describe("nobody is asked", () => {
  it("where there is nothing to ask the provider with", async () => {
    world.oauth = { accessToken: "old", refreshToken: null, tokenExpired: true, _isRetrying: false };
    expect(await had()).toBeNull();
    expect(world.connects).toBe(0);
  });

  it("while the provider is asked: not for a revoked token either, and then all is as before", async () => {
    const token = had();
    expect(world.waiting[0]?.withUI).toBe(false);
    expect(world.oauth._isRetrying).toBe(true);
    world.waiting[0]?.onFailure();
    expect(await token).toBeNull();
    expect(world.oauth._isRetrying).toBe(false);
  });

  it("where two clicks want it at once: the provider is asked once, and all is as before", async () => {
    const both = [had(), had()];
    expect(world.connects).toBe(1);
    world.waiting[0]?.onSuccess();
    expect(await Promise.all(both)).toEqual(["token", "token"]);
    expect(world.oauth._isRetrying).toBe(false);
    const later = had();
    expect(world.connects).toBe(2);
    world.waiting[1]?.onSuccess();
    expect(await later).toBe("token");
  });

  it("after our patience: whatever the provider answers then opens no page", async () => {
    const token = had();
    world.timers.forEach((passes) => {
      passes();
    });
    expect(await token).toBeNull();
    expect(world.oauth._isRetrying).toBe(true);
    // Whoever asks then is not kept waiting for that answer.
    const next = had();
    world.waiting[1]?.onSuccess();
    expect(await next).toBe("token");
    expect(world.oauth._isRetrying).toBe(false);
    world.waiting[0]?.onFailure();
    await vi.waitFor(
      () => {
        expect(world.oauth._isRetrying).toBe(false);
      },
      { interval: 1 },
    );
  });
});
