// The store edition in the real Thunderbird: a failed send noticed by a sleeping background, the alert chosen, the
// settings told (pasted, or as four answers), published ones looked up after Thunderbird's own question, the steps
// followed in the real Account Settings, checked again, the message sent.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene, type Stage } from "./scene.js";
import { chooseOutgoingServer, typeOutgoingServer } from "./thunderbird/account-settings.js";
import { waitUntilAsleep } from "./thunderbird/add-on.js";
import { composeIsOpen } from "./thunderbird/compose.js";
import { access, clickAction, clickOn, fillIn, readPage, waitForState } from "./thunderbird/page.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import {
  allowHosts,
  closePage,
  failToSend,
  expectQuestion,
  openComposePage,
  tellSettings,
} from "./thunderbird/told.js";
import { settledDeliveries } from "./world/deliveries.js";
import { passwords } from "./world/users.js";

/** Thunderbird asks for it once: nobody has saved one for the new entry. */
async function typePasswordOf(thunderbird: Thunderbird, userName: string): Promise<void> {
  await thunderbird.run(
    `const prompt = await until("the password prompt", 15000, () => windows().find(w =>
       /commonDialog\\.xhtml/.test(w.location.href) && w.document.getElementById("password1Textbox")?.checkVisibility()));
     await sleep(300);
     prompt.document.getElementById("password1Textbox").value = args[0];
     setTimeout(() => prompt.document.querySelector("dialog").acceptDialog(), 0);`,
    passwords[userName] ?? "",
  );
}

const byHand: Stage = {
  name: "guided",
  base: "sign-in-none",
  editions: ["store"],
  prefs: { "extensions.background.idle.timeout": 1000 },
};

test.skipIf(!isWanted("guided"))(
  "guided: from a failed send to the sent message, by the user's own hand",
  () =>
    onScene(byHand, async ({ thunderbird, hosts, photograph }) => {
      await waitUntilAsleep(thunderbird);
      const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: guided" };
      await failToSend(thunderbird, message, photograph);
      await photograph("asks-alert");
      await clickAction(thunderbird, "choose-alert");
      await sleep(600);
      await photograph("asks-settings");
      await tellSettings(thunderbird);
      const problem = await waitForState(thunderbird, ["problem"], 10_000);
      await sleep(400);
      await photograph("guide");
      expect(problem.findings).toMatchObject({ "authentication-off": "problem" });
      expect(problem.changes).toMatchObject({ "sign-in": { to: "Normal password" } });
      await typeOutgoingServer(thunderbird, null, {
        host: "mail.example.test",
        port: "587",
        security: "STARTTLS",
        signIn: problem.changes["sign-in"]?.to ?? "",
        userName: problem.changes["user-name"]?.to ?? "",
      });
      await chooseOutgoingServer(thunderbird, "mail.example.test");
      await photograph("typed");
      await openComposePage(thunderbird);
      await waitForState(thunderbird, ["problem"], 10_000);
      await clickAction(thunderbird, "send-again");
      await typePasswordOf(thunderbird, "alice@example.test");
      await sleep(3000);
      await photograph("sent");
      const arrived = await settledDeliveries(hosts, 1);
      expect(arrived.map(({ to }) => to)).toEqual([message.to]);
      expect(await composeIsOpen(thunderbird)).toBe(false);
    }),
);

/** Ticks of the guide, in order. */
function ticks(thunderbird: Thunderbird): Promise<readonly boolean[]> {
  return thunderbird.run<readonly boolean[]>(
    `${access}
     return inPage(findPage(), 'return [...content.document.querySelectorAll("[data-step]")].map(e => e.checked);');`,
    thunderbird.addOnId,
  );
}

const answers: Stage = { name: "guided-answers", base: "retired-host-autoconfig", editions: ["store"] };

test.skipIf(!isWanted("guided"))(
  "guided: four answers, a look-up, ticks that stay, checked again, sent",
  () =>
    onScene(answers, async ({ thunderbird, hosts, photograph }) => {
      const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: answers" };
      await failToSend(thunderbird, message, photograph);
      await clickOn(thunderbird, '[data-action="choose-alert"][data-alert="unreachable"]');
      await sleep(600);
      await clickOn(thunderbird, ".questions summary");
      await fillIn(thunderbird, "host", "smtp.retired.test");
      await fillIn(thunderbird, "port", "587");
      await fillIn(thunderbird, "security", "starttls");
      await fillIn(thunderbird, "sign-in", "password");
      await photograph("answers");
      await clickAction(thunderbird, "answer-settings");
      const guessed = await waitForState(thunderbird, ["problem"], 10_000);
      expect(guessed.changes["host"]?.to).toBe("mail.retired.test");
      await photograph("guessed");
      await expectQuestion(thunderbird);
      await clickAction(thunderbird, "look-up");
      // Thunderbird asks in its main window; then the page is there again, by itself.
      expect(await allowHosts(thunderbird)).toEqual([
        "https://autoconfig.retired.test/*",
        "https://retired.test/*",
        "https://live.thunderbird.net/*",
      ]);
      await expect
        .poll(async () => (await readPage(thunderbird))?.changes["host"]?.to, { timeout: 10_000 })
        .toBe("out.hosting.test");
      expect((await readPage(thunderbird))?.actions).not.toContain("look-up");
      await photograph("looked-up");
      await clickOn(thunderbird, '[data-step="0"]');
      await clickOn(thunderbird, '[data-step="2"]');
      await sleep(300);
      await closePage(thunderbird);
      await openComposePage(thunderbird);
      expect((await ticks(thunderbird)).slice(0, 4)).toEqual([true, false, true, false]);
      await photograph("ticks");
      await typeOutgoingServer(thunderbird, null, {
        host: "out.hosting.test",
        port: "587",
        security: "STARTTLS",
        signIn: "Normal password",
        userName: "alice@retired.test",
      });
      await chooseOutgoingServer(thunderbird, "out.hosting.test");
      await openComposePage(thunderbird);
      await clickAction(thunderbird, "check");
      await waitForState(thunderbird, ["need-input"], 10_000);
      await tellSettings(thunderbird);
      const fixed = await waitForState(thunderbird, ["fixed"], 10_000);
      expect(fixed.changes["host"]).toEqual({ from: "smtp.retired.test", to: "out.hosting.test" });
      await photograph("fixed");
      await clickAction(thunderbird, "send-again");
      await typePasswordOf(thunderbird, "alice@retired.test");
      const arrived = await settledDeliveries(hosts, 1);
      expect(arrived.map(({ to }) => to)).toEqual([message.to]);
      await expect.poll(() => composeIsOpen(thunderbird), { timeout: 10_000 }).toBe(false);
      await photograph("sent");
    }),
);
