import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { handlersOf, route } from "../../src/background/router.js";
import { investigated } from "../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../src/app/notice/notice-failed-send.js";
import { tellAlert, tellSettings } from "../../src/app/page/tell.js";
import type { LookUp } from "../../src/engine/model/look-up.js";
import type { Page, Waking } from "../../src/protocol.js";
import { aliceTold, guidedPorts, untoldCase } from "../app/guided.js";
import { failedSend, profile, thunderbird } from "../app/profile.js";
import type { FakeThunderbird } from "../fakes/fake-thunderbird.js";
import { withUnderWay } from "../fakes/with-under-way.js";

const toolbar = { place: { kind: "toolbar" } } as const;
const compose = { place: { kind: "compose", windowId: 7 } } as const;
const about = { caseId: "window-7", password: null, agreed: null };

const nothingPublished: LookUp = { result: "none", vouched: false, servers: [], pages: [] };

async function failed(): Promise<FakeThunderbird> {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, "window-7");
  return fake;
}

describe("a message", () => {
  it.each([
    undefined,
    null,
    "page",
    42,
    [],
    {},
    { kind: "page" },
    { request: {} },
    { kind: "pageChanged" },
    { kind: "waking", request: null } satisfies Waking,
    { kind: "unknown", request: {} },
    { kind: "toString", request: {} },
    { kind: "__proto__", request: {} },
    { kind: "constructor", request: {} },
    { kind: 7, request: {} },
  ])("that is no request of ours gets no answer: %j", (message) => {
    expect(route(handlersOf(thunderbird().ports), message)).toBeUndefined();
  });

  it("that is one is answered by a promise", async () => {
    const answer = route(handlersOf(thunderbird().ports), { kind: "report", request: { caseId: "none" } });
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toBeNull();
  });
});

it("has a handler for every request of the protocol, and no other", () => {
  const text = readFileSync(new URL("../../src/protocol.ts", import.meta.url), "utf8");
  const body = /export interface Protocol \{([\s\S]*?)\n\}/.exec(text)?.[1] ?? "";
  const requests = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(requests.length).toBeGreaterThan(5);
  expect(Object.keys(handlersOf(thunderbird().ports)).sort()).toEqual(requests.sort());
});

describe("the page", () => {
  it("of a compose window is its failed send", async () => {
    const fake = await failed();
    const page = await handlersOf(fake.ports).page(compose);
    expect(page).toMatchObject({
      state: "problem",
      empty: null,
      notices: [],
      cases: [{ caseId: "window-7", canSend: true }],
    });
  });

  it("from the toolbar is every account, the healthy ones last", async () => {
    const fake = thunderbird();
    const handlers = handlersOf(fake.ports);
    await handlers.page(toolbar);
    await Promise.all(["check-id1", "check-id2"].map(async (caseId) => investigated(fake.ports, caseId)));
    const { cases } = await handlers.page(toolbar);
    expect(cases.map(({ accountName, state }) => `${accountName} ${state}`)).toEqual([
      "Alice problem",
      "Bob healthy",
    ]);
  });

  it("says so when there is no account", async () => {
    const fake = thunderbird({ ...profile, identities: [], accounts: [] });
    expect(await handlersOf(fake.ports).page(toolbar)).toEqual({
      state: "healthy",
      cases: [],
      empty: "no-accounts",
      notices: [],
    });
  });

  it("has no password field but where it asks for one", async () => {
    const fake = await failed();
    const [view] = (await handlersOf(fake.ports).page(compose)).cases;
    expect(view?.asksPassword).toBeNull();
  });

  it("asks for a password where none is saved, and names user and server", async () => {
    const fake = thunderbird({ ...profile, logIns: [] });
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, "window-7");
    expect(await handlersOf(fake.ports).page(compose)).toMatchObject({
      state: "need-input",
      cases: [{ asksPassword: { userName: "alice@example.test", host: "mail.example.test" } }],
    });
  });
});

describe("a click", () => {
  it.each<[string, (fake: FakeThunderbird) => Promise<Page>]>([
    ["fixAndSend", (fake) => handlersOf(fake.ports).fixAndSend(about)],
    ["fix", (fake) => handlersOf(fake.ports).fix(about)],
    ["sendAgain", (fake) => handlersOf(fake.ports).sendAgain(about)],
    ["undo", (fake) => handlersOf(fake.ports).undo(about)],
    ["cancel", (fake) => handlersOf(fake.ports).cancel(about)],
    ["dismiss", (fake) => handlersOf(fake.ports).dismiss(about)],
  ])("on %s tells every open page, and answers with the page", async (_, act) => {
    const fake = await failed();
    const before = fake.timesTold;
    const page = await act(fake);
    expect(fake.timesTold).toBeGreaterThan(before);
    expect(page.cases.length).toBeGreaterThan(0);
    await Promise.all(
      ["check-id1", "check-id2", "window-7"].map(async (caseId) => investigated(fake.ports, caseId)),
    );
  });

  it("on a case that is gone is answered with every account", async () => {
    const fake = thunderbird();
    const page = await handlersOf(fake.ports).fixAndSend({
      caseId: "window-99",
      password: null,
      agreed: null,
    });
    expect(page.cases.map(({ caseId }) => caseId)).toEqual(["check-id1", "check-id2"]);
    await Promise.all(["check-id1", "check-id2"].map(async (caseId) => investigated(fake.ports, caseId)));
  });

  it("on fix and send, then the message sent, then undo", async () => {
    const fake = await failed();
    const handlers = handlersOf(fake.ports);
    expect((await handlers.fixAndSend(about)).state).toBe("sending");
    expect(fake.sent).toEqual([7]);
  });

  it("on open settings opens them at the case's account", async () => {
    const fake = await failed();
    await handlersOf(fake.ports).openSettings({ caseId: "window-7" });
    expect(fake.servers.settingsOpened).toEqual(["account1"]);
  });

  it("on cancel stops waiting for what is published also where the user mends by hand", async () => {
    let answer: () => void = () => undefined;
    const silent = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const ports = guidedPorts(thunderbird());
    const lookUp = async (): Promise<LookUp> => silent.then(() => nothingPublished);
    const waiting = withUnderWay({ ...ports, discovery: { ...ports.discovery, lookUp } });
    await untoldCase(waiting);
    await tellAlert(waiting, { caseId: "window-7", alert: "relay" });
    await tellSettings(waiting, { caseId: "window-7", told: { kind: "pasted", text: aliceTold } });
    const handlers = handlersOf(waiting);
    expect((await handlers.page(compose)).state).toBe("checking");
    expect((await handlers.cancel(about)).state).toBe("problem");
    answer();
    await investigated(waiting, "window-7");
  });

  it("on dismiss keeps the case as long as its window is open", async () => {
    const fake = await failed();
    const { cases } = await handlersOf(fake.ports).dismiss(about);
    expect(cases.map(({ caseId }) => caseId)).toEqual(["window-7"]);
  });
});
