// What an installation and an update bring: first words, only after an installation by hand.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { installed } from "../../src/background/installed.js";

let installType: string;

beforeEach(() => {
  vi.stubGlobal("messenger", { management: { getSelf: async () => Promise.resolve({ installType }) } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ["new, by hand", true, "normal", 1],
  ["new, by a company", true, "admin", 0],
  ["updated", false, "normal", 0],
])("%s", async (_, isNew, type, words) => {
  installType = type;
  const welcome = vi.fn(() => Promise.resolve());
  await installed(isNew, welcome);
  expect(welcome).toHaveBeenCalledTimes(words);
});
