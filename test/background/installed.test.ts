// What an installation and an update bring: first words, only after an installation by hand.
import { afterEach, expect, it, vi } from "vitest";
import { start } from "../../src/background/start.js";
import { thunderbird } from "../app/profile.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  ["new, by hand", true, "normal", ["welcome"]],
  ["new, by a company", true, "admin", []],
  ["updated", false, "normal", []],
])("%s", async (_, isNew, installType, words) => {
  vi.stubGlobal("messenger", {
    management: { getSelf: async () => Promise.resolve({ installType }) },
    menus: { removeAll: async () => Promise.resolve(), create: () => "check-sending" },
    i18n: { getMessage: (key: string) => key },
  });
  const fake = thunderbird();
  await start(fake.ports).installed(isNew);
  expect(fake.pagesShown).toEqual(words);
});
