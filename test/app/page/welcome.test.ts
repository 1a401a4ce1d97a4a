// The first words after the installation, and no second voice beside the full edition.

import { expect, it } from "vitest";
import { welcome } from "../../../src/app/page/welcome.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { readCases } from "../../../src/app/case/case-file.js";
import { thunderbird } from "../profile.js";

it("are shown in a window of their own, which checks nothing", async () => {
  const fake = thunderbird();
  await welcome(fake.ports);
  expect(fake.pagesShown).toEqual(["welcome"]);
  expect(await openPage(fake.ports, { kind: "welcome" })).toEqual({
    state: "healthy",
    cases: [],
    empty: "installed",
    notices: [],
  });
  expect(await readCases(fake.session)).toEqual([]);
});

it("are not shown where an organization wants quiet", async () => {
  const fake = thunderbird();
  fake.managed = { quiet: true };
  await welcome(fake.ports);
  expect(fake.pagesShown).toEqual([]);
});

it("are not shown where the full edition answers", async () => {
  const fake = thunderbird();
  fake.siblingTakesOver = true;
  await welcome(fake.ports);
  expect(fake.pagesShown).toEqual([]);
});
