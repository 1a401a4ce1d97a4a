// Thunderbird in other languages: fixed and undone, settings that are fine, a returned mail, and the store edition's whole
// guide, followed by its labels in Thunderbird's own dialog. Wherever the page is read, no sentence of the English texts is on it.
// `npm test` runs one of them in German; `test/long languages` all, in six languages, with Debian's language packs.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { textsAt } from "../../src/build/translation.mjs";
import { isWanted, onScene, type Scene, type Stage } from "./scene.js";
import { isLong } from "./how-long.js";
import { chooseOutgoingServer, labelsOnTheWay, typeOutgoingServer } from "./thunderbird/account-settings.js";
import { awaitMail, openMail, pressMessageButton, settleInbox } from "./thunderbird/inbox.js";
import { composeIsOpen, openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { clickAction, readPage, waitForState } from "./thunderbird/page.js";
import { failToSend, openComposePage, tellSettings } from "./thunderbird/told.js";
import { settledDeliveries } from "./world/deliveries.js";
import { passwords } from "./world/users.js";

const onlyLanguages = (process.env["LAB_LANGUAGE"] ?? "").split(" ").filter((name) => name !== "");
const languages =
  onlyLanguages.length > 0 ? onlyLanguages : isLong ? ["de", "fr", "ja", "ru", "zh-CN", "ar"] : ["de"];

const english = textsAt("_locales/en/messages.json");
/** The longest piece of each English sentence that holds nothing to fill in; short ones are words of other languages, too. */
const pieces = Object.entries(english).flatMap(([key, { message }]) => {
  const longest = message
    .split(/\$\w+\$/)
    .reduce((one, other) => (other.length > one.length ? other : one), "");
  return longest.trim().split(" ").length > 3 ? [{ key, piece: longest.trim() }] : [];
});

async function expectTranslated(
  { thunderbird, photograph }: Scene,
  language: string,
  what: string,
): Promise<void> {
  await sleep(400);
  await photograph(what);
  const page = await readPage(thunderbird);
  const own = textsAt(`_locales/${language.replace("-", "_")}/messages.json`);
  const shown = `${page?.text ?? ""} ${page?.details ?? ""}`;
  const left = pieces.filter(
    ({ key, piece }) => shown.includes(piece) && own[key]?.message.includes(piece) !== true,
  );
  expect(left, `English on the page ${what}`).toEqual([]);
  expect(shown.trim()).not.toBe("");
  expect(shown, "our own marks of direction, written out").not.toMatch(/U\+20/);
}

/** As a reader sees it: marks of direction have no looks. */
const seen = (text = ""): string => text.replaceAll(/[\u2066-\u2069]/g, "");

const friend = { identity: "id1", to: "friend@elsewhere.test" };

describe.skipIf(!isWanted("languages")).each(languages)("languages, %s", (language) => {
  const stage = (name: string, base: string, more: Partial<Stage> = {}): Stage => ({
    name: `languages-${name}-${language}`,
    base,
    ...more,
    prefs: { "intl.locale.requested": language, ...more.prefs },
  });

  test.runIf(isLong)("fixed, sent and undone", () =>
    onScene(stage("fix", "undo"), async (scene) => {
      const { thunderbird, hosts, photograph } = scene;
      await failToSend(thunderbird, { ...friend, subject: "Lab: fix" }, photograph, "problem");
      await expectTranslated(scene, language, "problem");
      await clickAction(thunderbird, "fix-and-send");
      await waitForState(thunderbird, ["sent"], 30_000);
      await expectTranslated(scene, language, "sent");
      expect((await settledDeliveries(hosts, 1)).map(({ to }) => to)).toEqual([friend.to]);
      await clickAction(thunderbird, "undo");
      await expect
        .poll(async () => (await readPage(thunderbird))?.actions, { timeout: 20_000 })
        .not.toContain("undo");
      await expectTranslated(scene, language, "undone");
    }),
  );

  test.runIf(isLong)("settings that are fine", () =>
    onScene(stage("fine", "spam"), async (scene) => {
      const message = { ...friend, to: "spam-check@elsewhere.test", subject: "Lab: fine" };
      await failToSend(scene.thunderbird, message, scene.photograph, "settings-fine");
      await expectTranslated(scene, language, "settings-fine");
    }),
  );

  test("a returned mail", () =>
    onScene(stage("returned", "bounce-other-server"), async (scene) => {
      const { thunderbird, file } = scene;
      const userName = "alice@example.test";
      await settleInbox(thunderbird, userName);
      await openCompose(thunderbird, { ...friend, subject: "Lab: returned", ...file.send });
      await pressSend(thunderbird);
      await outcomeOfSend(
        thunderbird,
        "no alert is wanted",
        async () => !(await composeIsOpen(thunderbird)),
        () => Promise.resolve(),
      );
      await awaitMail(thunderbird, userName);
      await openMail(thunderbird, userName);
      await pressMessageButton(thunderbird);
      await waitForState(thunderbird, ["settings-fine", "problem", "need-input"], 30_000);
      await expectTranslated(scene, language, "returned");
    }));

  test.runIf(isLong)("the guide of the store edition, followed by its labels", () =>
    onScene(stage("guide", "sign-in-none", { editions: ["store"] }), async (scene) => {
      const { thunderbird, hosts, photograph } = scene;
      await failToSend(thunderbird, { ...friend, subject: "Lab: guide" }, photograph);
      await expectTranslated(scene, language, "asks-alert");
      await clickAction(thunderbird, "choose-alert");
      await sleep(1500);
      await expectTranslated(scene, language, "asks-settings");
      await tellSettings(thunderbird);
      const problem = await waitForState(thunderbird, ["problem"], 10_000);
      await expectTranslated(scene, language, "guide");
      const guide = seen((await readPage(thunderbird))?.text);
      // Chosen in Thunderbird's dialog by the words on our page.
      const met = [
        ...(await labelsOnTheWay(thunderbird)),
        ...(await typeOutgoingServer(thunderbird, null, {
          host: "mail.example.test",
          security: "STARTTLS",
          signIn: seen(problem.changes["sign-in"]?.to),
          userName: seen(problem.changes["user-name"]?.to),
        })),
      ];
      expect(met.length).toBe(10);
      expect(met.filter((label) => !guide.includes(label))).toEqual([]);
      await chooseOutgoingServer(thunderbird, "mail.example.test");
      await openComposePage(thunderbird);
      await clickAction(thunderbird, "send-again");
      await typePassword(scene);
      expect((await settledDeliveries(hosts, 1)).map(({ to }) => to)).toEqual([friend.to]);
    }),
  );
});

/** Thunderbird asks for it: nobody has saved one for the new entry. */
async function typePassword({ thunderbird }: Scene): Promise<void> {
  await thunderbird.run(
    `const prompt = await until("the password prompt", 15000, () => windows().find(w =>
       /commonDialog\\.xhtml/.test(w.location.href) && w.document.getElementById("password1Textbox")?.checkVisibility()));
     await sleep(300);
     prompt.document.getElementById("password1Textbox").value = args[0];
     setTimeout(() => prompt.document.querySelector("dialog").acceptDialog(), 0);`,
    passwords["alice@example.test"] ?? "",
  );
}
