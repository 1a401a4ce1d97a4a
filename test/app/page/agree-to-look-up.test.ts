// The user agrees to look-ups, and Thunderbird asks for the permission in another window.

import { beforeEach, expect, it } from "vitest";
import { withUnderWay } from "../../fakes/with-under-way.js";
import { agreeToLookUp, lookUpsFor, permissionGiven } from "../../../src/app/page/agree-to-look-up.js";
import { editCases, findCase, type Case } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { readOptions } from "../../../src/app/find/options.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { tellAlert, tellSettings } from "../../../src/app/page/tell.js";
import type { Ports } from "../../../src/ports.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { aliceTold, guidedPorts, untoldCase } from "../guided.js";
import { thunderbird } from "../profile.js";

const caseId = "window-7";
let fake: FakeThunderbird;
let ports: Ports;
let askedFor: string[];

beforeEach(async () => {
  fake = thunderbird();
  askedFor = [];
  const guided = guidedPorts(fake);
  ports = withUnderWay({
    ...guided,
    discovery: {
      ...guided.discovery,
      lookUp: async (domain, source) => {
        await Promise.resolve();
        if (source === "isp" || source === "database") askedFor.push(domain);
        return { result: "none", vouched: false, servers: [], pages: [] };
      },
    },
  });
  fake.mayLookUp = false;
  await untoldCase(ports);
  await tellAlert(ports, { caseId, alert: "relay" });
  await tellSettings(ports, { caseId, told: { kind: "pasted", text: aliceTold } });
  await investigated(ports, caseId);
});

async function theCase(): Promise<Case> {
  const found = await findCase(ports.session, caseId);
  if (found === null) throw new Error("the case is gone");
  return found;
}

const hostsToAsk = async (): Promise<readonly string[]> =>
  (await openPage(ports, { kind: "compose", windowId: 7 })).cases.flatMap(({ mending }) =>
    mending.kind === "guided" ? mending.hostsToAsk : [],
  );

it("asks nobody before, and offers to, naming every host", async () => {
  expect(askedFor).toEqual([]);
  expect(await hostsToAsk()).toEqual([
    "https://autoconfig.example.test/*",
    "https://example.test/*",
    "https://live.thunderbird.net/*",
  ]);
});

it("brings Thunderbird's question to the front, asks nobody yet, and goes on when the permission comes", async () => {
  await agreeToLookUp(ports, caseId);
  expect(fake.mainWindowInFront).toBe(true);
  expect(askedFor).toEqual([]);
  expect((await readOptions(ports)).lookUpSettings).toBe(false);
  fake.mayLookUp = true;
  await permissionGiven(ports);
  await investigated(ports, caseId);
  expect(fake.pagesShown).toContain(7);
  expect(new Set(askedFor)).toEqual(new Set(["example.test"]));
  expect(await lookUpsFor(ports, await theCase())).toBe("made");
  expect(await hostsToAsk()).toEqual([]);
});

it("for a case that is gone asks nothing, and agrees to nothing", async () => {
  fake.mayLookUp = true;
  await agreeToLookUp(ports, "window-9");
  expect(fake.mainWindowInFront).toBe(false);
  expect((await readOptions(ports)).lookUpSettings).toBe(false);
});

it("goes on at once where the permission is there", async () => {
  fake.mayLookUp = true;
  await agreeToLookUp(ports, caseId);
  await investigated(ports, caseId);
  expect(fake.mainWindowInFront).toBe(false);
  expect(askedFor).not.toEqual([]);
});

it("a permission that nobody's click has asked for agrees to nothing", async () => {
  fake.mayLookUp = true;
  await permissionGiven(ports);
  expect(askedFor).toEqual([]);
  expect((await readOptions(ports)).lookUpSettings).toBe(false);
});

it("agreed to once, another domain is still offered where its hosts are not permitted", async () => {
  fake.mayLookUp = true;
  await agreeToLookUp(ports, caseId);
  await investigated(ports, caseId);
  fake.mayLookUp = false;
  expect(await hostsToAsk()).not.toEqual([]);
});

it("of a case without a window no page is opened in one when the permission comes", async () => {
  await editCases(ports, (cases) => cases.map((one) => ({ ...one, windowId: null })));
  await agreeToLookUp(ports, caseId);
  fake.pagesShown.length = 0;
  fake.mayLookUp = true;
  const told = fake.timesTold;
  await permissionGiven(ports);
  expect(fake.pagesShown).toEqual([]);
  expect(fake.timesTold).toBeGreaterThan(told);
});

it("offers no look-up that the organization forbids", async () => {
  fake.mayLookUp = true;
  const forbidden = {
    ...ports,
    companyPolicy: async () => Promise.resolve({ ...(await ports.companyPolicy()), isLookUpForbidden: true }),
  };
  expect(await lookUpsFor(forbidden, await theCase())).toBe("forbidden");
  const page = await openPage(forbidden, { kind: "compose", windowId: 7 });
  expect(page.cases[0]?.mending).toMatchObject({ kind: "guided", hostsToAsk: [] });
});
