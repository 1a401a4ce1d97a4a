// What an installation and an update bring: the line in the Tools menu, once; first words only after an installation by hand.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { installed } from "../../src/background/installed.js";

let did: unknown[];
let installType: string;

beforeEach(() => {
  did = [];
  vi.stubGlobal("messenger", {
    menus: {
      removeAll: async () => Promise.resolve(did.push("removed")),
      create: ({ contexts, title }: { contexts: readonly string[]; title: string }) =>
        did.push(`${title} in ${contexts.join()}`),
    },
    i18n: { getMessage: (key: string) => key },
    management: { getSelf: async () => Promise.resolve({ installType }) },
  });
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
  expect(did).toEqual(["removed", "action_title in tools_menu"]);
  expect(welcome).toHaveBeenCalledTimes(words);
});
