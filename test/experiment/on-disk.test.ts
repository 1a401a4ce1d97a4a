// Saved log-ins are brought to the disk by whichever store is in use: 153 hands it out at once, 157 in a promise, and its
// database has nothing to be asked for.
import { beforeEach, expect, it, vi } from "vitest";

const saver = { disarm: vi.fn() };
const save = vi.fn(() => Promise.resolve());
let create: () => unknown = () => undefined;
Object.assign(globalThis, {
  ChromeUtils: { importESModule: () => ({ LoginManagerStorage: { create: () => create() } }) },
});
const { logInsOnDisk } = await import("../../src/experiment/outgoingServers/parent/on-disk.js");

beforeEach(() => {
  save.mockClear();
});

it.each([
  ["the store itself (153)", () => ({ _store: { _saver: saver, _save: save } }), 1],
  ["a promise of the JSON file (157)", () => Promise.resolve({ _store: { _saver: saver, _save: save } }), 1],
  ["a promise of the database (157)", () => Promise.resolve({}), 0],
])("%s", async (_, answer, saves) => {
  create = answer;
  await logInsOnDisk();
  expect(save).toHaveBeenCalledTimes(saves);
});
