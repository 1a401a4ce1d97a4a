// What wakes the background, and whom it answers: our own pages alone.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { listen } from "../../src/background/listen.js";
import type { Doorkeeper } from "../../src/background/doorkeeper.js";
import type { Waking } from "../../src/protocol.js";

type Heard = (...values: never[]) => unknown;
const { heard, on, runtime } = vi.hoisted(() => {
  const listeners = new Map<string, (...values: never[]) => unknown>();
  const event = (name: string): object => ({
    addListener: (listener: (...values: never[]) => unknown) => listeners.set(name, listener),
  });
  return {
    heard: listeners,
    on: event,
    runtime: { id: "own@example", onMessage: event("message"), onInstalled: event("installed") },
  };
});
vi.mock("../../src/adapters/browser.js", () => ({
  browser: { runtime },
}));

const keeper = {
  started: vi.fn(() => Promise.resolve()),
  ended: vi.fn(() => Promise.resolve()),
  goneOut: vi.fn(() => Promise.resolve()),
  installed: vi.fn(() => Promise.resolve()),
  asked: vi.fn(() => Promise.resolve()),
  windowClosed: vi.fn(() => Promise.resolve()),
  answer: vi.fn(() => Promise.resolve("answered")),
};
const call = (event: string, ...values: unknown[]): unknown =>
  (heard.get(event) as Heard | undefined)?.(...(values as never[]));

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal("messenger", {
    compose: { onAfterSend: on("sent") },
    windows: { onRemoved: on("removed") },
    menus: { onClicked: on("menu") },
  });
  listen(keeper as unknown as Doorkeeper<never>);
});

it("every listener is there in the first turn, and the start is told", () => {
  expect([...heard.keys()].sort()).toEqual(["installed", "menu", "message", "removed", "sent"]);
  expect(keeper.started).toHaveBeenCalledOnce();
});

describe("the end of a send", () => {
  it.each([
    ["<one@firm.example>", true],
    [null, false],
    [undefined, false],
  ])("with the id %j: sent %s", (headerMessageId, sent) => {
    // Of a failed one Thunderbird tells no details.
    call("sent", { windowId: 5 }, { headerMessageId, ...(sent && { details: { identityId: "id1" } }) });
    expect(keeper.ended.mock.calls).toEqual([[5, sent, sent ? "id1" : undefined]]);
    expect(keeper.goneOut.mock.calls).toEqual(sent ? [[headerMessageId]] : []);
  });

  it("of a tab without a window is no window's", () => {
    call("sent", {}, { headerMessageId: "<one@firm.example>" });
    expect(keeper.ended).not.toHaveBeenCalled();
    expect(keeper.goneOut.mock.calls).toEqual([["<one@firm.example>"]]);
  });
});

it("a window that is closed is told", () => {
  call("removed", 5);
  expect(keeper.windowClosed.mock.calls).toEqual([[5]]);
});

it.each([
  ["install", true],
  ["update", false],
])("%s, new: %s", (reason, isNew) => {
  call("installed", { reason });
  expect(keeper.installed.mock.calls).toEqual([[isNew]]);
});

it.each([
  [{ type: "messageCompose", windowId: 5 }, 5],
  [{ type: "mail", windowId: 1 }, null],
  [undefined, null],
])("the menu of the tab %j asks for the page of %j", (tab, windowId) => {
  call("menu", {}, tab);
  expect(keeper.asked.mock.calls).toEqual([[windowId]]);
});

describe("a message", () => {
  const request = { request: 1, kind: "page" };

  it("of our own page is answered", async () => {
    expect(await call("message", request, { id: "own@example" })).toBe("answered");
    expect(keeper.answer.mock.calls).toEqual([[request]]);
  });

  it("that is a page's first word has what it needs loaded", async () => {
    const waking: Waking = { kind: "waking", request: null };
    await call("message", waking, { id: "own@example" });
    expect(keeper.answer.mock.calls).toEqual([[waking]]);
  });

  it.each([
    ["of another add-on", request, { id: "other@example" }],
    ["of nobody", request, {}],
    ["that tells pages of a change", { kind: "pageChanged" }, { id: "own@example" }],
    ["that is no request", { request: 1 }, { id: "own@example" }],
    ["that is a text", "page", { id: "own@example" }],
    ["that is nothing", null, { id: "own@example" }],
  ])("%s is not", (_, message, sender) => {
    expect(call("message", message, sender)).toBeUndefined();
    expect(keeper.answer).not.toHaveBeenCalled();
  });
});
