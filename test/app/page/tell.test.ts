// What the user tells where nothing built in does: the alert, then the settings, by text or by answers.

import { beforeEach, describe, expect, it } from "vitest";
import { findCase, type Case } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { lookAgain } from "../../../src/app/notice/look-again.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { afterSend } from "../../../src/app/send/after-send.js";
import { sendAgain } from "../../../src/app/send/send-again.js";
import { forgetTold, tellAlert, tellSettings } from "../../../src/app/page/tell.js";
import type { Ports } from "../../../src/ports.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { aliceTold, guidedPorts, untoldCase } from "../guided.js";
import { failedSend, relayDenied, thunderbird } from "../profile.js";

const caseId = "window-7";
let fake: FakeThunderbird;
let ports: Ports;

beforeEach(async () => {
  fake = thunderbird();
  ports = guidedPorts(fake);
  await untoldCase(ports);
});

async function theCase(): Promise<Case> {
  await investigated(ports, caseId);
  const found = await findCase(ports.session, caseId);
  if (found === null) throw new Error("the case is gone");
  return found;
}

const asks = async (): Promise<unknown> =>
  (await openPage(ports, { kind: "compose", windowId: 7 })).cases.map((view) => view.asks);

describe("one thing after the other", () => {
  it("is asked for: the alert, the settings, nothing more", async () => {
    expect(await asks()).toEqual(["alert"]);
    await tellAlert(ports, { caseId, alert: "relay" });
    expect(await asks()).toEqual(["settings"]);
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: aliceTold } });
    expect(await asks()).toEqual([null]);
    expect(await theCase()).toMatchObject({
      state: "problem",
      evidence: { refusal: { lines: ["relay not permitted"] }, reported: { found: "remembered" } },
      diagnosis: { plan: { settings: { port: 587, security: "starttls", signIn: "password" } } },
    });
  });

  describe("what was mended by hand, and is refused with that, is not called mended", () => {
    beforeEach(async () => {
      await tellAlert(ports, { caseId, alert: "relay" });
      await tellSettings(ports, { caseId, told: { kind: "pasted", text: aliceTold } });
      const right = aliceTold.replace("mail.example.test:25, 0, 1", "mail.example.test:587, 2, 3");
      await tellSettings(ports, { caseId, told: { kind: "pasted", text: right } });
      expect((await theCase()).state).toBe("fixed");
      await sendAgain(ports, caseId);
    });

    it.each(["relay not permitted", "5.7.1 rejected as spam"])(
      "nor where it is looked at again: %s",
      async (line) => {
        await noticeFailedSend(ports, { ...failedSend(), refusal: { ...relayDenied, lines: [line] } });
        await afterSend(ports, 7, false);
        const { state, outcome } = await theCase();
        expect(outcome).toMatchObject({ kind: "refused-again", settings: "none" });
        expect(state).not.toBe("fixed");
        await lookAgain(ports, caseId);
        expect((await theCase()).state).not.toBe("fixed");
      },
    );

    it("where nobody has told why, that is asked, and the same steps are not", async () => {
      await untoldCase(ports);
      await afterSend(ports, 7, false);
      expect(await theCase()).toMatchObject({ diagnosis: { plan: null } });
      expect(await asks()).toEqual(["alert"]);
      await lookAgain(ports, caseId);
      expect((await theCase()).state).toBe("need-input");
    });
  });

  it("who does not remember goes on to the settings, and to the alert only where they explain nothing", async () => {
    await tellAlert(ports, { caseId, alert: "other" });
    expect(await asks()).toEqual(["settings"]);
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: aliceTold } });
    expect(await theCase()).toMatchObject({
      state: "problem",
      diagnosis: { plan: { settings: { signIn: "password" } } },
    });
    const right = aliceTold.replace("mail.example.test:25, 0, 1", "mail.example.test:587, 2, 3");
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: right } });
    await tellAlert(ports, { caseId, alert: "other" });
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: right } });
    expect(await asks()).not.toEqual(["settings"]);
  });

  it("keeps whom the message was for, which only the window tells", async () => {
    const { recipients } = (await theCase()).evidence.refusal ?? {};
    await tellAlert(ports, { caseId, alert: "relay" });
    expect((await theCase()).evidence.refusal?.recipients).toEqual(recipients);
  });

  it("does not ask for settings where the alert says that they are not to blame", async () => {
    await tellAlert(ports, { caseId, alert: "spam" });
    expect((await theCase()).state).toBe("settings-fine");
  });
});

describe("the settings", () => {
  it("may be four answers, for the address that was sent from", async () => {
    await tellAlert(ports, { caseId, alert: "relay" });
    const told = {
      kind: "answered",
      host: " mail.example.test ",
      port: 25,
      security: "none",
      signIn: "none",
    } as const;
    expect(await tellSettings(ports, { caseId, told })).toEqual({ kind: "told" });
    expect((await theCase()).evidence.outgoing).toMatchObject({
      kind: "smtp",
      server: { host: "mail.example.test", port: 25, security: "none", signIn: "none" },
    });
  });

  it.each([
    ["a host that is none", { host: "mail server", port: 25 }],
    ["no host", { host: "", port: 25 }],
    ["no port", { host: "mail.example.test", port: Number.NaN }],
    ["port 0", { host: "mail.example.test", port: 0 }],
    ["a port out of range", { host: "mail.example.test", port: 65_536 }],
  ])("are not understood with %s", async (_, answers) => {
    const told = { kind: "answered", security: "none", signIn: "none", ...answers } as const;
    expect(await tellSettings(ports, { caseId, told })).toEqual({ kind: "not-understood" });
    expect((await theCase()).evidence.outgoing.kind).toBe("unreadable");
  });

  it.each([1, 65_535])("are understood with port %i, the last there is", async (port) => {
    const told = {
      kind: "answered",
      host: "mail.example.test",
      port,
      security: "none",
      signIn: "none",
    } as const;
    expect(await tellSettings(ports, { caseId, told })).toEqual({ kind: "told" });
    expect((await theCase()).evidence.outgoing).toMatchObject({ server: { port } });
  });

  it("are not understood in another text, and nothing of it is kept", async () => {
    const told = { kind: "pasted", text: "my password is hunter2" } as const;
    expect(await tellSettings(ports, { caseId, told })).toEqual({ kind: "not-understood" });
    expect(await fake.session.read("told-settings")).toBeUndefined();
  });

  it("keep nothing of the text but the servers", async () => {
    const told = { kind: "pasted", text: `Name: Thunderbird\nUser: hunter2\n${aliceTold}` } as const;
    await tellSettings(ports, { caseId, told });
    expect(JSON.stringify(await fake.session.read("told-settings"))).not.toMatch(/hunter2|Thunderbird/);
  });

  it("are asked for anew once they are forgotten, and held against the plan: mended", async () => {
    await tellAlert(ports, { caseId, alert: "relay" });
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: aliceTold } });
    await forgetTold(ports);
    const mended = aliceTold.replace("mail.example.test:25, 0, 1", "mail.example.test:587, 2, 3");
    await tellSettings(ports, { caseId, told: { kind: "pasted", text: mended } });
    expect(await theCase()).toMatchObject({
      state: "fixed",
      diagnosis: { conclusion: { kind: "healthy" }, plan: { settings: { port: 587 } } },
    });
    expect((await theCase()).diagnosis.plan?.changes.map(({ field, from }) => [field, from])).toContainEqual([
      "port",
      "25",
    ]);
  });
});

it("nothing is told of a case that is gone, or by an alert nobody knows", async () => {
  expect(await tellAlert(ports, { caseId: "window-9", alert: "relay" })).toEqual({ kind: "not-understood" });
  expect(await tellAlert(ports, { caseId, alert: "constructor" as "relay" })).toEqual({
    kind: "not-understood",
  });
  const told = { kind: "pasted", text: aliceTold } as const;
  expect(await tellSettings(ports, { caseId: "window-9", told })).toEqual({ kind: "not-understood" });
});

it("an edition that reads the settings itself takes none from the user", async () => {
  const told = { kind: "pasted", text: aliceTold } as const;
  expect(await tellSettings(fake.ports, { caseId, told })).toEqual({ kind: "not-understood" });
});

// The store edition's pages are built without a field for one (ui/case/no-own-changes.ts).
describe.each([
  "mail.yahoo.com:465, 3, 3",
  "mail.yahoo.com:25, 0, 3",
  "gmail.com:587, 0, 3",
  "gmail.com:25, 0, 1",
])("with smtp.%s", (outgoing) => {
  it.each(["sign-in-failed", "relay", "sign-in-required", "other"] as const)(
    "no password is asked for after %s",
    async (alert) => {
      const text = aliceTold.replace("mail.example.test:25, 0, 1", `smtp.${outgoing}`);
      await tellAlert(ports, { caseId, alert });
      await tellSettings(ports, { caseId, told: { kind: "pasted", text } });
      await theCase();
      const { cases } = await openPage(ports, { kind: "compose", windowId: 7 });
      expect(cases).toMatchObject([{ asksPassword: null, canUndo: false, canTest: false }]);
      expect(cases[0]?.asks === null).toBe(cases[0]?.state !== "need-input");
    },
  );
});
