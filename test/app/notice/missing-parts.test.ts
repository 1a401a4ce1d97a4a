// A Thunderbird that lacks something the Experiment calls: told once for each version, and settled on the toolbar's page.

import { expect, it } from "vitest";
import { tellMissingParts } from "../../../src/app/notice/missing-parts.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { thunderbird } from "../profile.js";

it("says nothing where nothing is missing", async () => {
  const fake = thunderbird();
  await tellMissingParts(fake.ports, [], async () => Promise.resolve("153.8.0"));
  expect(fake.badge).toBe(false);
});

it.each([
  [["notice"], ["not-noticed"]],
  [["change", "ask"], ["by-hand"]],
  [
    ["notice", "read"],
    ["not-noticed", "by-hand"],
  ],
] as const)("%j missing is told as %j, once for each version", async (missing, kinds) => {
  const fake = thunderbird();
  await tellMissingParts(fake.ports, missing, async () => Promise.resolve("158.0"));
  expect(fake.badge).toBe(true);
  const toldBy = async () => (await openPage(fake.ports, { kind: "toolbar" })).notices;
  expect(await toldBy()).toEqual(kinds.map((kind) => ({ kind, version: "158.0" })));
  await tellMissingParts(fake.ports, missing, async () => Promise.resolve("158.0"));
  expect(await toldBy()).toEqual([]);
  await tellMissingParts(fake.ports, missing, async () => Promise.resolve("159.0"));
  expect(await toldBy()).toEqual(kinds.map((kind) => ({ kind, version: "159.0" })));
});
