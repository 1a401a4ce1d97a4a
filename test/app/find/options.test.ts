// The options: what the user has ticked, and what an administrator has settled for good.
import { expect, it } from "vitest";
import { readOptions, shownOptions, writeOptions } from "../../../src/app/find/options.js";
import { thunderbird } from "../profile.js";

it("are the user's, kept, each by itself", async () => {
  const { ports } = thunderbird();
  expect(await readOptions(ports)).toEqual({ lookUpSettings: true, quiet: false, watchArriving: true });
  await Promise.all([writeOptions(ports, { lookUpSettings: false }), writeOptions(ports, { quiet: true })]);
  expect(await readOptions(ports)).toEqual({ lookUpSettings: false, quiet: true, watchArriving: true });
});

it("whether arriving mail is watched is told at once to who listens for it", async () => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { quiet: true });
  expect(fake.arrivalsWatched).toBe(true);
  await writeOptions(fake.ports, { watchArriving: false });
  expect(fake.arrivalsWatched).toBe(false);
  expect(await shownOptions(fake.ports)).toMatchObject({ watchArriving: false, arrivals: "weighed" });
  await writeOptions(fake.ports, { watchArriving: true });
  expect(fake.arrivalsWatched).toBe(true);
});

it("an administrator's word goes before them, and comes to nothing once it is taken back", async () => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { lookUpSettings: true, quiet: true });
  fake.managed = { lookUpSettings: false, quiet: false };
  expect(await shownOptions(fake.ports)).toMatchObject({
    lookUpSettings: false,
    quiet: false,
    settled: ["lookUpSettings", "quiet"],
  });
  fake.managed = {};
  expect(await shownOptions(fake.ports)).toMatchObject({ lookUpSettings: true, quiet: true, settled: [] });
});

it("look-ups can be forbidden by policy, and never ordered", async () => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { lookUpSettings: false });
  fake.managed = { lookUpSettings: true };
  expect(await shownOptions(fake.ports)).toMatchObject({ lookUpSettings: false, settled: [] });
});
