// The notes for the store's reviewer (src/store/reviewer-notes.md), "Try it in five minutes", step by step in a fresh profile:
// the account by Thunderbird's own set-up, where only *Advanced config* goes on. Part of `npm run test:long`.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { isLong } from "./how-long.js";
import { isWanted, onScene } from "./scene.js";
import { addOnIds, installAddOn } from "./thunderbird/add-on.js";
import { outcomeOfSend } from "./thunderbird/compose.js";
import { clickAction, readPage, waitForState } from "./thunderbird/page.js";
import type { Camera } from "./thunderbird/screenshot.js";
import { allowHosts, expectQuestion, failToSend, openComposePage, tellSettings } from "./thunderbird/told.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";

/** Thunderbird's dialog for a new account, whose parts lie in shadow roots. */
const accountHub = `
  const main = Services.wm.getMostRecentWindow("mail:3pane");
  const deep = function* (root) {
    for (const one of root.querySelectorAll("*")) {
      yield one;
      const shadow = one.shadowRoot ?? one.openOrClosedShadowRoot;
      if (shadow) yield* deep(shadow);
    }
  };
  const shown = id => until(id, 10000, () =>
    [...deep(main.document)].find(one => one.id == id && one.getClientRects().length > 0));
  const fill = async (id, value) => {
    const field = await shown(id);
    field.focus();
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new main.Event(type, { bubbles: true }));
  };
`;

async function removeAddOn(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     await (await AddonManager.getAddonByID(args[0])).uninstall();`,
    thunderbird.addOnId,
  );
}

/** Step 1. */
async function addAccount(thunderbird: Thunderbird, photograph: Camera): Promise<void> {
  await thunderbird.run(
    `${accountHub}
     await main.openAccountHub("MAIL");
     await fill("realName", "Test");
     await fill("email", "test@example.org");
     (await shown("manualConfiguration")).click();
     await fill("incomingHostname", "localhost");
     await fill("incomingConnectionSecurity", "0");
     await fill("incomingPort", "143");
     await fill("incomingAuthMethod", "3");
     await fill("incomingUsername", "test@example.org");
     const forward = await shown("forward");
     await until("Continue to be offered", 5000, () => !forward.disabled);
     forward.click();
     await fill("outgoingHostname", "localhost");
     await fill("outgoingConnectionSecurity", "0");
     await fill("outgoingPort", "25");
     await fill("outgoingAuthMethod", "1");
     await sleep(1000);`,
  );
  await photograph("continue-is-grey");
  await thunderbird.run(
    `${accountHub}
     if (!(await shown("forward")).disabled) throw new Error("Continue is not grey: the notes say so");
     const advanced = await shown("advancedConfigurationOutgoing");
     setTimeout(() => advanced.click(), 0);
     const answered = async () => {
       const question = await until("the question", 10000, () => windows().find(w =>
         /commonDialog\\.xhtml/.test(w.location.href) && w.document.readyState == "complete"));
       await sleep(300);
       question.document.querySelector("dialog").acceptDialog();
     };
     void answered();`,
  );
  // While a dialog is open Marionette answers nothing else.
  const isThere = `return MailServices.accounts.allIdentities.some(({ email }) => email == "test@example.org");`;
  await expect.poll(async () => thunderbird.run(isThere).catch(() => false), { timeout: 20_000 }).toBe(true);
  await sleep(1000);
  await photograph("account");
}

/** As typed: no sign-in, no encryption, port 25. */
function outgoing(thunderbird: Thunderbird): Promise<unknown> {
  return thunderbird.run(
    `const [identity] = MailServices.accounts.allIdentities.filter(({ email }) => email == "test@example.org");
     const { serverURI, socketType, authMethod } = MailServices.outgoingServer.getServerByIdentity(identity);
     return { key: identity.key, host: serverURI.host, port: serverURI.port, socketType, authMethod };`,
  );
}

test.runIf(isLong && isWanted("reviewer"))("the reviewer's steps lead where the notes say", async () => {
  const stage = { name: "reviewer", base: "no-accounts", editions: ["store"] as const };
  await onScene(stage, async ({ thunderbird, photograph }) => {
    await removeAddOn(thunderbird);
    await addAccount(thunderbird, photograph);
    const entry = (await outgoing(thunderbird)) as { readonly key: string };
    expect(entry).toMatchObject({ host: "localhost", port: 25, socketType: 0, authMethod: 1 });

    await installAddOn(thunderbird, addOnFile("store"), addOnIds.store);
    const message = { identity: entry.key, to: "friend@example.net", subject: "Lab: reviewer" };
    await failToSend(thunderbird, message, photograph);
    await photograph("asks-alert");
    await clickAction(thunderbird, "choose-alert");
    await sleep(1500);
    await photograph("asks-settings");
    await tellSettings(thunderbird);
    const problem = await waitForState(thunderbird, ["problem"], 20_000);
    await sleep(400);
    await photograph("guide");
    expect(problem.findings).toMatchObject({ "authentication-off": "problem", "port-25": "problem" });
    expect(Object.keys(problem.changes).length).toBeGreaterThan(1);

    await expectQuestion(thunderbird);
    await clickAction(thunderbird, "look-up");
    expect(await allowHosts(thunderbird)).toContain("https://autoconfig.example.org/*");
    await openComposePage(thunderbird);
    await waitForState(thunderbird, ["problem"], 30_000);
    await photograph("looked-up");

    await clickAction(thunderbird, "send-again");
    const again = await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      async () => {
        await photograph("alert-again");
      },
    );
    expect(again?.dialogs.length).toBeGreaterThan(0);
    await expect
      .poll(async () => (await readPage(thunderbird))?.state, { timeout: 20_000 })
      .toMatch(/problem|need-input|failed/);
    await photograph("back");
  });
});
