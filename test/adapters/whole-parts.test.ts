// In a Thunderbird that lacks a part: nothing is written that could not be proven, and what can be read is not asked for.

import { expect, it } from "vitest";
import { wholeParts } from "../../src/adapters/whole-parts.js";
import { FakeStore } from "../fakes/fake-store.js";
import { guidedSettings } from "../../src/adapters/guided-settings.js";
import { thunderbird } from "../app/profile.js";

const fake = thunderbird();
const written = { settings: fake.ports.settings, mending: fake.ports.mending };
const byHand = guidedSettings(new FakeStore(fake.interruptions), fake.ports.accounts);

it.each([[[]], [["notice"]]] as const)("%j: settings are written", (missing) => {
  expect(wholeParts(missing, written, byHand)).toBe(written);
});

it.each([[["change"]], [["ask"]], [["notice", "ask"]]] as const)(
  "%j: settings are read, and mended by hand",
  async (missing) => {
    const { settings, mending } = wholeParts(missing, written, byHand);
    expect(mending.kind).toBe("guided");
    expect(await settings.ofIdentity("id1")).toEqual(await written.settings.ofIdentity("id1"));
  },
);

it("read: as in the store edition", () => {
  expect(wholeParts(["read"], written, byHand)).toBe(byHand);
});
