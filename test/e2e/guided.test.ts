// The store edition in the real Thunderbird: a failed send noticed by a sleeping background, the alert chosen, the
// settings told (pasted, or as four answers), published ones looked up after Thunderbird's own question, the steps
// followed in the real Account Settings, checked again, the message sent.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CaseFile } from "./case-file.js";
import { isLong } from "./how-long.js";
import { isWanted, onScene, type Scene, type Stage } from "./scene.js";
import { chooseOutgoingServer, typeOutgoingServer } from "./thunderbird/account-settings.js";
import { waitUntilAsleep } from "./thunderbird/add-on.js";
import { composeIsOpen, outcomeOfSend } from "./thunderbird/compose.js";
import { access, clickAction, clickOn, fillIn, readPage, waitForState } from "./thunderbird/page.js";
import { onScreen, pressByPointer } from "./thunderbird/screen.js";
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

/** Sign-in is off, as in `sign-in-none`, at the outgoing server of a domain that publishes its settings. */
function published(file: CaseFile): CaseFile {
  const { smtp1 } = file.profile.outgoing;
  if (smtp1 === undefined) throw new Error("the case has no smtp1");
  const outgoing = { smtp1: { ...smtp1, host: "out.hosting.test", signIn: "none" as const } };
  return { ...file, profile: { ...file.profile, outgoing, logins: [] } };
}

const asleep = { "extensions.background.idle.timeout": 1000 };
const ways: readonly {
  readonly stage: Stage;
  readonly domain: string;
  readonly host: string;
  /** What was done another day. */
  readonly before?: (scene: Scene) => Promise<void>;
  /** From the alert's choice to the guide; what the hand does. */
  readonly tell: (scene: Scene) => Promise<readonly string[]>;
  /** 32 on the build before this guide, by pasting. */
  readonly atMost: number;
}[] = [
  {
    stage: {
      name: "guided",
      base: "retired-host-autoconfig",
      editions: ["store"],
      edit: published,
      prefs: asleep,
    },
    domain: "retired.test",
    host: "out.hosting.test",
    async tell({ thunderbird }) {
      await expectQuestion(thunderbird);
      await pressByPointer(thunderbird, '[data-action="look-up"]');
      await allowHosts(thunderbird);
      return ["look up", "Allow"];
    },
    atMost: 20,
  },
  {
    stage: {
      name: "guided-agreed",
      base: "retired-host-autoconfig",
      editions: ["store"],
      edit: published,
      prefs: asleep,
    },
    domain: "retired.test",
    host: "out.hosting.test",
    before: ({ thunderbird }) => agreeToLookUps(thunderbird),
    tell: () => Promise.resolve([]),
    atMost: 18,
  },
  {
    stage: { name: "guided-pasted", base: "sign-in-none", editions: ["store"], prefs: asleep },
    domain: "example.test",
    host: "mail.example.test",
    async tell({ thunderbird }) {
      await tellSettings(thunderbird);
      return ["Help", "Troubleshooting Information", "Copy text", "back to the page", "paste"];
    },
    atMost: 23,
  },
];

test.skipIf(!isWanted("guided")).each(isLong ? ways : ways.slice(0, 1))(
  "$stage.name: from a failed send to the sent message, by the user's own hand and a real pointer",
  ({ stage, domain, host, before, tell, atMost }) =>
    onScreen({ width: 1366, height: 768, scale: 1 }, () =>
      onScene(stage, async (scene) => {
        const { thunderbird, hosts, photograph } = scene;
        await waitUntilAsleep(thunderbird);
        const message = { identity: "id1", to: "friend@elsewhere.test", subject: `Lab: ${stage.name}` };
        const hand: string[] = [];
        await failToSend(thunderbird, message, photograph);
        hand.push("OK");
        await before?.(scene);
        await photograph("asks-alert");
        await pressByPointer(thunderbird, '[data-action="choose-alert"]');
        hand.push("the alert");
        await sleep(1500);
        await photograph("asks-settings");
        hand.push(...(await tell(scene)));
        const problem = await waitForState(thunderbird, ["problem"], 15_000);
        await sleep(1000);
        await photograph("guide");
        expect(problem.findings).toMatchObject({ "authentication-off": "problem" });
        expect(problem.changes).toMatchObject({ "sign-in": { to: "Normal password" } });
        // The window stays where it is while the user is elsewhere.
        await pressByPointer(thunderbird, '[data-guided="open-list"] [data-action="open-settings"]');
        await expect.poll(() => inFront(thunderbird), { timeout: 5000 }).toBe("about:preferences");
        await photograph("settings");
        for (const step of await stepsOf(thunderbird)) hand.push(...handOf(step));
        // Only what the steps name: the rest stands in Thunderbird's dialog by itself.
        await typeOutgoingServer(thunderbird, null, {
          host,
          security: "STARTTLS",
          userName: `alice@${domain}`,
        });
        await chooseOutgoingServer(thunderbird, host);
        await photograph("typed");
        await openComposePage(thunderbird);
        hand.push("back to the page");
        await waitForState(thunderbird, ["problem"], 10_000);
        await pressByPointer(thunderbird, '[data-action="send-again"]');
        hand.push("send again");
        await typePasswordOf(thunderbird, `alice@${domain}`);
        hand.push("the password", "OK");
        // Each click, choice, typed value and change of window is one.
        expect(hand.length, hand.join(", ")).toBeLessThanOrEqual(atMost);
        await sleep(3000);
        await photograph("sent");
        const arrived = await settledDeliveries(hosts, 1);
        expect(arrived.map(({ to }) => to)).toEqual([message.to]);
        expect(await composeIsOpen(thunderbird)).toBe(false);
      }),
    ),
);

/** The box in the options, ticked, and Thunderbird's question answered with yes. */
function agreeToLookUps(thunderbird: Thunderbird): Promise<void> {
  return thunderbird.run(
    `${access}
     const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
     const origins = ["https://autoconfig.retired.test/*", "https://retired.test/*", "https://live.thunderbird.net/*"];
     const { extension } = WebExtensionPolicy.getByID(id);
     await ExtensionPermissions.add(id, { permissions: [], origins, data_collection: [] }, extension);
     await inPage(findPage(), \`
       return new Promise(resolve => content.wrappedJSObject.messenger.storage.local
         .set(Cu.cloneInto({ options: { lookUpSettings: true } }, content))
         .then(Cu.exportFunction(() => resolve(""), content)));\`);`,
    thunderbird.addOnId,
  );
}

/** The guide's steps, by kind and what is set. */
function stepsOf(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(
    `${access}
     return inPage(findPage(), 'return [...content.document.querySelectorAll("[data-guided]")]'
       + '.map(e => e.dataset.guided + (e.dataset.field ? " " + e.dataset.field : ""));');`,
    thunderbird.addOnId,
  );
}

/** What a hand does for a step of the guide in Thunderbird's settings. */
function handOf(step: string): readonly string[] {
  switch (step) {
    case "open-list":
      return ["Open Settings", "Account Settings", "Outgoing Server"];
    case "choose":
      return ["the account", "the list of servers", "the server"];
    case "set security":
    case "set sign-in":
      return [step, "its value"];
    default:
      return [step];
  }
}

/** What is shown in the window in front. */
function inFront(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(
    `const front = Services.focus.activeWindow;
     return front?.document.getElementById("tabmail")?.currentTabInfo?.browser?.currentURI?.spec ?? "";`,
  );
}

const refusedTwice: Stage = { name: "guided-refused-again", base: "sign-in-none", editions: ["store"] };

test.skipIf(!isWanted("guided"))("guided: refused a second time, it goes on at the settings", () =>
  onScene(refusedTwice, async ({ thunderbird, photograph }) => {
    const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: refused again" };
    await failToSend(thunderbird, message, photograph);
    await clickAction(thunderbird, "choose-alert");
    await sleep(1500);
    await tellSettings(thunderbird);
    await waitForState(thunderbird, ["problem"], 10_000);
    await clickAction(thunderbird, "send-again");
    await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    await expect
      .poll(async () => (await readPage(thunderbird))?.text ?? "", { timeout: 10_000 })
      .toContain("Look at these settings once more");
    await sleep(600);
    const page = await readPage(thunderbird);
    await photograph("again");
    expect(page?.state).toBe("problem");
    expect(page?.text).not.toContain("still in place");
    expect(await stepsOf(thunderbird)).toContain("add");
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

/** How many popups have come over the compose window since. */
async function countPopups(thunderbird: Thunderbird): Promise<() => Promise<number>> {
  await thunderbird.run(`
    const compose = Services.wm.getMostRecentWindow("msgcompose");
    compose.labPopups = 0;
    compose.addEventListener("popupshown", ({ target }) => {
      if (target.localName == "panel") compose.labPopups++;
    }, true);`);
  return () => thunderbird.run<number>(`return Services.wm.getMostRecentWindow("msgcompose").labPopups;`);
}

const answers: Stage = { name: "guided-answers", base: "retired-host-autoconfig", editions: ["store"] };

test.skipIf(!isWanted("guided"))(
  "guided: four answers, a look-up, ticks that stay, checked again, sent",
  () =>
    onScene(answers, async ({ thunderbird, hosts, photograph }) => {
      const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Lab: answers" };
      await failToSend(thunderbird, message, photograph);
      const popups = await countPopups(thunderbird);
      await clickOn(thunderbird, '[data-action="choose-alert"][data-alert="unreachable"]');
      await sleep(1500);
      await clickOn(thunderbird, ".questions summary");
      await fillIn(thunderbird, "host", "smtp.retired.test");
      await fillIn(thunderbird, "port", "587");
      await fillIn(thunderbird, "security", "starttls");
      await fillIn(thunderbird, "sign-in", "password");
      await photograph("answers");
      expect(await popups(), "the popup came back over the window that it went on in").toBe(0);
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
