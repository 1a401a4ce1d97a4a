// In place of telling the settings, what is published may be looked up: offered, agreed to, and what comes of it.

import { beforeEach, expect, it } from "vitest";
import { investigated } from "../../../src/app/find/investigate.js";
import { writeOptions } from "../../../src/app/find/options.js";
import { agreeToLookUp } from "../../../src/app/page/agree-to-look-up.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { tellAlert } from "../../../src/app/page/tell.js";
import type { PublishedServer } from "../../../src/engine/model/published-server.js";
import type { Ports } from "../../../src/ports.js";
import type { CaseView } from "../../../src/protocol.js";
import { withUnderWay } from "../../fakes/with-under-way.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { guidedPorts, untoldCase } from "../guided.js";
import { thunderbird } from "../profile.js";

const caseId = "window-7";
let fake: FakeThunderbird;
let ports: Ports;
let servers: readonly PublishedServer[];

beforeEach(async () => {
  fake = thunderbird();
  servers = [];
  const guided = guidedPorts(fake);
  ports = withUnderWay({
    ...guided,
    discovery: {
      ...guided.discovery,
      lookUp: async (_, source) => {
        await Promise.resolve();
        const found = source === "database" && servers.length > 0;
        return { result: found ? "found" : "none", vouched: found, servers: found ? servers : [], pages: [] };
      },
    },
  });
  fake.mayLookUp = false;
  await untoldCase(ports);
});

async function view(): Promise<CaseView | undefined> {
  await investigated(ports, caseId);
  return (await openPage(ports, { kind: "compose", windowId: 7 })).cases[0];
}

it("is offered where the settings are asked for, and the server spoke as to a stranger", async () => {
  await tellAlert(ports, { caseId, alert: "relay" });
  expect(await view()).toMatchObject({ asks: "settings" });
  expect((await view())?.mending).toMatchObject({ hostsToAsk: { length: 3 } });
  expect((await view())?.mending).not.toHaveProperty("foundNothing");
});

it("is not offered for an alert that no published settings would mend", async () => {
  await tellAlert(ports, { caseId, alert: "other" });
  expect(await view()).toMatchObject({ asks: "settings", mending: { hostsToAsk: [] } });
});

it("leads to the guide: a new entry with what is published", async () => {
  servers = [
    {
      host: "out.hosting.test",
      port: 587,
      security: "starttls",
      signIns: ["password"],
      userName: null,
      ownNetworkOnly: false,
    },
  ];
  await tellAlert(ports, { caseId, alert: "relay" });
  fake.mayLookUp = true;
  await agreeToLookUp(ports, caseId);
  const shown = await view();
  expect(shown).toMatchObject({ state: "problem", asks: null });
  expect(shown?.diagnosis?.plan?.settings).toMatchObject({ host: "out.hosting.test" });
  expect(shown?.mending.kind === "guided" && shown.mending.steps.map(({ kind }) => kind)).toContain("choose");
});

it("says so where nothing is published, and goes on asking for the settings", async () => {
  await tellAlert(ports, { caseId, alert: "relay" });
  fake.mayLookUp = true;
  await agreeToLookUp(ports, caseId);
  expect(await view()).toMatchObject({
    state: "need-input",
    asks: "settings",
    mending: { hostsToAsk: [], foundNothing: true },
  });
});

it("says nothing of what nobody has asked for yet: agreed to elsewhere, it is offered still", async () => {
  await tellAlert(ports, { caseId, alert: "relay" });
  await investigated(ports, caseId);
  fake.mayLookUp = true;
  await writeOptions(ports, { lookUpSettings: true });
  const { mending } = (await view()) ?? {};
  expect(mending).toMatchObject({ hostsToAsk: { length: 3 } });
  expect(mending).not.toHaveProperty("foundNothing");
});

it("offline nothing was asked for: that is said, and not that anything is missing, until Thunderbird is online", async () => {
  await tellAlert(ports, { caseId, alert: "relay" });
  fake.mayLookUp = true;
  ports = withUnderWay({ ...ports, isOffline: () => fake.offline });
  fake.offline = true;
  await agreeToLookUp(ports, caseId);
  const offline = await view();
  expect(offline?.mending).not.toHaveProperty("foundNothing");
  expect(offline?.outcome).toEqual({ kind: "not-changed", because: "offline" });
  fake.offline = false;
  await agreeToLookUp(ports, caseId);
  expect(await view()).toMatchObject({ outcome: null, mending: { foundNothing: true } });
});
