// Real Troubleshooting Information, in English, German and Japanese, pasted into the store edition together with the
// real alert: the same diagnosis as the full edition's in the same case (`expect` of the case file). The unit test
// same-diagnosis.test.ts asks the same of every case, with texts made like these.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene, type Stage } from "./scene.js";
import { clickAction, fillIn, readPage, waitForState } from "./thunderbird/page.js";
import { failToSend, tellSettings } from "./thunderbird/told.js";

/** A heading of that page in each language: the text really is in it. */
const headings = { "en-US": "Mail and News Accounts", de: "Konten", ja: "アカウント" };

test.skipIf(!isWanted("told-settings")).each([
  { name: "port-25-sign-in-none", language: "en-US", withNames: true },
  { name: "two-identities-one-entry", language: "en-US", withNames: false },
  { name: "security-none-587", language: "de", withNames: false },
  { name: "wrong-host", language: "ja", withNames: true },
] as const)("told settings, $language: $name", async ({ name, language, withNames }) => {
  const prefs = { "intl.locale.requested": language };
  const set: Stage = { name: `told-${name}-${language}`, base: name, editions: ["store"], prefs };
  await onScene(set, async ({ file, thunderbird, photograph }) => {
    const message = { identity: "id1", subject: "Lab: told", to: "", ...file.send };
    const alert = await failToSend(thunderbird, message, photograph);
    await photograph("asks-alert");
    // The choices begin as the alert did, whatever the language.
    const begun = alert.split(/[:：]/)[0]?.split("\n").at(-1) ?? "";
    expect((await readPage(thunderbird))?.text).toContain(begun);
    await fillIn(thunderbird, "error-text", alert);
    await clickAction(thunderbird, "tell-alert");
    await sleep(600);
    await photograph("asks-settings");
    const text = await tellSettings(thunderbird, withNames);
    expect(text).toContain(headings[language]);
    const page = await waitForState(thunderbird, ["problem"], 10_000);
    await sleep(400);
    await photograph("problem");
    expect(page.findings).toMatchObject(file.expect.findings ?? {});
    // The user name is not in the text, so its new value is named where sign-in changes; the others are as the full one's.
    const { "user-name": userName, ...others } = page.changes;
    const settings = file.then?.settings?.[file.send?.identity ?? ""];
    expect([undefined, settings?.userName]).toContain(userName?.to);
    if (file.expect.changes !== undefined) {
      expect(Object.keys(others)).toEqual(Object.keys(file.expect.changes));
    }
    expect(page.text).toContain(settings?.host);
    expect(page.serverText).toContain(file.expect.serverText);
  });
});
