// Both editions in one Thunderbird: who is asked, who is answered, and with what.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import {
  answerStoreEdition,
  fullEdition,
  fullEditionId,
  noSibling,
  storeEditionId,
} from "../../src/adapters/sibling.js";

type Listener = (message: unknown, sender: { readonly id?: string }) => Promise<unknown> | undefined;

const { runtime, listeners } = vi.hoisted(() => {
  const heard: ((message: unknown, sender: { readonly id?: string }) => Promise<unknown> | undefined)[] = [];
  return {
    listeners: heard,
    runtime: {
      sendMessage: vi.fn<(id: string, message: unknown) => Promise<unknown>>(),
      onMessageExternal: { addListener: (listener: Listener) => heard.push(listener) },
    },
  };
});
vi.mock("../../src/adapters/browser.js", () => ({ browser: { runtime } }));

beforeEach(() => {
  runtime.sendMessage.mockReset();
  listeners.length = 0;
});

function idIn(file: string): unknown {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../..", file), "utf8")) as {
    readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** What the full edition answers to what the store edition asks, said by `id`. */
async function answerTo(id: string | undefined, message?: unknown): Promise<unknown> {
  answerStoreEdition();
  runtime.sendMessage.mockResolvedValue(undefined);
  await fullEdition.takesOver();
  const asked = runtime.sendMessage.mock.calls[0]?.[1];
  return listeners[0]?.(message ?? asked, id === undefined ? {} : { id });
}

it("knows both editions by the ids of their manifests", () => {
  expect([fullEditionId, storeEditionId]).toEqual([
    idIn("src/editions/full.manifest.json"),
    idIn("manifest.json"),
  ]);
});

it("answers the store edition, and nothing but that it is there", async () => {
  expect(await answerTo(storeEditionId)).toBe("here");
});

it.each([
  ["another add-on", "other@example.org", undefined],
  ["a page without an id", undefined, undefined],
  ["the store edition about anything else", storeEditionId, { kind: "history", request: null }],
])("does not answer %s", async (_, id, message) => {
  expect(await answerTo(id, message)).toBeUndefined();
});

it("takes the full edition for there only by its answer", async () => {
  runtime.sendMessage.mockResolvedValueOnce("here");
  expect(await fullEdition.takesOver()).toBe(true);
  expect(runtime.sendMessage.mock.calls[0]?.[0]).toBe(fullEditionId);
  runtime.sendMessage.mockResolvedValueOnce(undefined);
  expect(await fullEdition.takesOver()).toBe(false);
  runtime.sendMessage.mockRejectedValueOnce(new Error("Could not establish connection."));
  expect(await fullEdition.takesOver()).toBe(false);
});

it("nothing takes over from the full edition", async () => {
  expect(await noSibling.takesOver()).toBe(false);
  expect(runtime.sendMessage).not.toHaveBeenCalled();
});

it("does not wait for ever for one that hangs", async () => {
  vi.useFakeTimers();
  try {
    runtime.sendMessage.mockReturnValueOnce(new Promise(() => undefined));
    const answer = fullEdition.takesOver();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await answer).toBe(false);
  } finally {
    vi.useRealTimers();
  }
});
