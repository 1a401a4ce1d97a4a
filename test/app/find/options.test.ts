// The options: what the user has ticked, and what an administrator has switched off for good.
import { expect, it } from "vitest";
import { readOptions, shownOptions, writeOptions } from "../../../src/app/find/options.js";
import { thunderbird } from "../profile.js";

it("are the user's, kept", async () => {
  const { ports } = thunderbird();
  expect(await readOptions(ports)).toEqual({ lookUpSettings: true });
  await writeOptions(ports, { lookUpSettings: false });
  expect(await readOptions(ports)).toEqual({ lookUpSettings: false });
});

it("an administrator's no goes before them", async () => {
  const fake = thunderbird();
  await writeOptions(fake.ports, { lookUpSettings: true });
  fake.lookUpForbidden = true;
  expect(await readOptions(fake.ports)).toEqual({ lookUpSettings: false });
  expect(await shownOptions(fake.ports)).toMatchObject({ lookUpSettings: false, isForbidden: true });
});
