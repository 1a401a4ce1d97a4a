// Waits longer than the 30 seconds after which Thunderbird suspends a background that calls nothing: it stays awake as long
// as there is work, and no longer, and no page says what is not so. `npm test` runs one of them, `npm run test:long` all.
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { CaseFile } from "./case-file.js";
import { isLong } from "./how-long.js";
import { fail, never, subject, to, undoAll, untilGone } from "./concurrency/part.js";
import { closePages, openPageIn } from "./concurrency/windows.js";
import { isWanted, onScene, type Scene } from "./scene.js";
import { untilAction } from "./thunderbird/afterwards.js";
import { openCompose, outcomeOfSend, sendFromOutbox, sendLater } from "./thunderbird/compose.js";
import { answerQuestion, openDialog } from "./thunderbird/dialogs.js";
import { countOutbox } from "./thunderbird/inbox.js";
import { clickAction, readPage, typePassword, waitForState, type Page } from "./thunderbird/page.js";
import { lockPasswords } from "./thunderbird/saved-passwords.js";
import { effectiveSettings, snapshot } from "./thunderbird/settings.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { deliveries, settledDeliveries } from "./world/deliveries.js";
import type { Host } from "./world/hosts.js";

const host = "mail.example.test";
/** The waits there are, and those that were waited for. */
const all: string[] = [];
const held: string[] = [];

function waits(
  name: string,
  { base, slow, isSample = false }: { base: string; slow: Host["slow"]; isSample?: boolean },
  play: (scene: Scene) => Promise<void>,
): void {
  const ownName = `awake-${name.replaceAll(/\W+/g, "-")}`;
  const edit = (file: CaseFile): CaseFile => ({ ...file, world: { ...file.world, [host]: { slow } } });
  all.push(name);
  test.runIf((isLong || isSample) && isWanted(ownName))(
    `awake: ${name}`,
    async () => {
      await onScene({ name: ownName, base, edit }, play);
      held.push(name);
    },
    180_000,
  );
}

afterAll(() => {
  if (held.length < all.length) return;
  const rows = held.map((name, index) => `| ${String(index + 1)} | ${name} |`).join("\n");
  writeFileSync(
    "test/results/awake.md",
    `# The background at work for longer than Thunderbird's patience

The real Thunderbird, its own 30 seconds (\`extensions.background.idle.timeout\` not touched), slow servers and a slow user,
no page open meanwhile. Written by \`npm run test:long\` (part awake); what is done in each: \`test/e2e/awake.test.ts\`.

In each row: after 33 seconds the background was still running (in the last row it slept, as it should, and woke for the
click); the page, opened then, said what was under way and nothing else; the settings were as they should be; in the end
every message had arrived once, and Undo put the old settings back bit for bit.

| | what was waited for, and held |
|---|---|
${rows}
`,
  );
});

function background(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(
    `return WebExtensionPolicy.getByID(args[0]).extension.backgroundState;`,
    thunderbird.addOnId,
  );
}

/** Longer than Thunderbird's patience, with no page open: a page that asks for something would keep the background. */
async function aLongWait(thunderbird: Thunderbird): Promise<void> {
  await closePages(thunderbird);
  await sleep(33_000);
}

/** What no page may say while Thunderbird is at it. */
const untrue = /was not sent|still in place|back to what they were|did not help/i;

function tellsNothingUntrue(page: Page): void {
  expect(page.text).not.toMatch(untrue);
  expect(page.actions).not.toContain("send-again");
  expect(page.actions).not.toContain("undo");
}

waits(
  "the proof, then the sending",
  { base: "sign-in-none", slow: { auth: 20, rcpt: 20 } },
  async (scene) => {
    const { thunderbird, hosts, before, photograph } = scene;
    await fail(scene);
    await untilAction(thunderbird, "fix-and-send");
    await clickAction(thunderbird, "fix-and-send");
    await aLongWait(thunderbird);
    expect(await background(thunderbird)).toBe("running");
    await openPageIn(thunderbird, subject);
    await waitForState(thunderbird, ["fixing"], 3000);
    await photograph("proof");
    expect(await snapshot(thunderbird)).toEqual(before);
    // Thunderbird's own dialog lies over the window and its page from here on; the toolbar's can be opened.
    await expect.poll(() => snapshot(thunderbird), { timeout: 20_000 }).not.toEqual(before);
    await aLongWait(thunderbird);
    expect(await background(thunderbird)).toBe("running");
    expect(deliveries(hosts)).toEqual([]);
    await pressToolbarButton(thunderbird);
    tellsNothingUntrue(await waitForState(thunderbird, ["healthy", "sending"], 3000));
    await photograph("sending");
    await untilGone(thunderbird);
    expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
    await undoAll(scene, 1);
  },
);

/** `messages` in the Outbox are refused; with the page of the main window open. */
async function failInOutbox({ thunderbird }: Scene, messages: number): Promise<void> {
  for (let number = 1; number < messages; number++) {
    await openCompose(thunderbird, { identity: "id1", to, subject });
    await sendLater(thunderbird);
  }
  await openCompose(thunderbird, { identity: "id1", to, subject });
  await sendFromOutbox(thunderbird);
  for (let number = 1; number <= messages; number++)
    await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
  await untilAction(thunderbird, "fix-and-send");
}

/** The old provider's server is replaced: the fix makes an entry of its own, which a doubt would take away again. */
function fromOutbox(messages: number): (scene: Scene) => Promise<void> {
  return async (scene) => {
    const { thunderbird, hosts, photograph } = scene;
    await failInOutbox(scene, messages);
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["sending"], 10_000);
    for (let message = 1; message <= messages; message++) {
      await aLongWait(thunderbird);
      expect(await background(thunderbird)).toBe("running");
      expect(await countOutbox(thunderbird), "the test is too late").toBe(messages + 1 - message);
      await pressToolbarButton(thunderbird);
      tellsNothingUntrue(await waitForState(thunderbird, ["sending"], 5000));
      await photograph("sending");
      expect(await effectiveSettings(thunderbird)).toMatchObject({ id1: { host, signIn: "password" } });
      await expect.poll(() => countOutbox(thunderbird), { timeout: 10_000 }).toBe(messages - message);
    }
    await waitForState(thunderbird, ["sent"], 5000);
    expect(await settledDeliveries(hosts, messages)).toHaveLength(messages);
    expect(await effectiveSettings(thunderbird)).toMatchObject({ id1: { host, signIn: "password" } });
    await undoAll(scene, 1);
  };
}

const outbox = { base: "wrong-host", slow: { data: 36 } };
waits("the Outbox, with one message", outbox, fromOutbox(1));
waits("the Outbox, with two messages", outbox, fromOutbox(2));

waits("the question for the Primary Password", { base: "sign-in-none", slow: {} }, async (scene) => {
  const { thunderbird, hosts, photograph } = scene;
  await lockPasswords(thunderbird, "primary-Secret-0");
  await fail(scene);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await expect
    .poll(async () => (await openDialog(thunderbird))?.kind, { timeout: 10_000 })
    .toBe("promptPassword");
  await aLongWait(thunderbird);
  expect(await background(thunderbird)).toBe("running");
  await photograph("asked");
  await answerQuestion(thunderbird, "primary-Secret-0");
  await untilGone(thunderbird);
  expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
  await undoAll(scene, 1);
});

waits(
  "Test sending",
  { base: "test-sending-toolbar", slow: { auth: 20, rcpt: 20 }, isSample: true },
  async (scene) => {
    const { thunderbird, before, photograph } = scene;
    await pressToolbarButton(thunderbird);
    await untilAction(thunderbird, "test-sending");
    await clickAction(thunderbird, "test-sending");
    await aLongWait(thunderbird);
    expect(await background(thunderbird)).toBe("running");
    await pressToolbarButton(thunderbird);
    await expect
      .poll(async () => (await readPage(thunderbird))?.text, { timeout: 15_000 })
      .toContain("Your settings work");
    await photograph("tested");
    expect(await snapshot(thunderbird)).toEqual(before);
  },
);

waits(
  "a password that the user types, asleep meanwhile",
  { base: "no-password-saved", slow: {} },
  async (scene) => {
    const { thunderbird, hosts, photograph } = scene;
    await fail(scene);
    await waitForState(thunderbird, ["need-input"], 20_000);
    await expect.poll(() => background(thunderbird), { timeout: 45_000 }).toBe("stopped");
    await typePassword(thunderbird, "alice-Secret-1");
    await photograph("typed");
    await clickAction(thunderbird, "fix-and-send");
    await untilGone(thunderbird);
    expect(await settledDeliveries(hosts, 1)).toHaveLength(1);
    await undoAll(scene, 1);
  },
);
