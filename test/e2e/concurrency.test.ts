// Several hands at the same settings, and what comes in between: Account Settings open beside the page, a window closed,
// the add-on disabled, Thunderbird offline, two main windows, a proof given up at every step. Each in a profile of its own.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { readCaseFile, type CaseFile } from "./case-file.js";
import {
  disableAtWriteOf,
  enableAgain,
  setOffline,
  startLooking,
  stopLooking,
} from "./concurrency/interrupt.js";
import {
  closePages,
  giveUp,
  isOpen,
  openMainWindow,
  openPageIn,
  pageOpensIn,
  pressSendIn,
} from "./concurrency/windows.js";
import { typeOutgoingServer } from "./thunderbird/account-settings.js";
import { addOnErrors, installAddOn } from "./thunderbird/add-on.js";
import { comparable, openHistory, toldOnce, undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { openCompose, outcomeOfSend } from "./thunderbird/compose.js";
import { journalOf, settledJournal } from "./thunderbird/journal.js";
import { clickAction, readPage, waitForState } from "./thunderbird/page.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { camera, type Camera } from "./thunderbird/screenshot.js";
import { effectiveSettings, snapshot, type Snapshot } from "./thunderbird/settings.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { userJs } from "./thunderbird/user-js.js";
import { commands, proofLogIns } from "./world/commands.js";
import { deliveries, settledDeliveries } from "./world/deliveries.js";
import type { MailHost } from "./world/exim.js";
import { hostsWith } from "./world/hosts.js";
import { startStallingServer, steps, type StallingServer } from "./world/stalling-smtp.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

const filter = process.env["LAB_FILTER"] ?? "";
const isWanted = (name: string): boolean =>
  filter === "" || filter.split(" ").some((word) => name.includes(word));
const to = "friend@elsewhere.test";

interface Scene {
  readonly file: CaseFile;
  readonly hosts: readonly MailHost[];
  readonly thunderbird: Thunderbird;
  readonly before: Snapshot;
  readonly photograph: Camera;
}

/** A profile of `cases/<base>.json`, changed by `edit`, with the add-on in it. */
function part(
  name: string,
  base: string,
  play: (scene: Scene) => Promise<void>,
  edit: (file: CaseFile) => CaseFile = (file) => file,
): void {
  const directory = `concurrency-${name.replaceAll(/\W+/g, "-")}`;
  test.skipIf(!isWanted(directory))(`concurrency: ${name}`, async () => {
    const file = edit(readCaseFile(join(import.meta.dirname, "cases", `${base}.json`)));
    const hosts = await startMailHosts(file.world);
    const thunderbird = await startThunderbird(newProfile(directory, userJs(profilePrefs(file.profile))));
    const photograph = camera(join("dist/lab", directory));
    try {
      await prepareProfile(thunderbird, file.profile);
      const before = await snapshot(thunderbird);
      await installAddOn(thunderbird, addOnFile());
      await play({ file, hosts, thunderbird, before, photograph });
      expect(await addOnErrors(thunderbird), "errors of the add-on").toEqual([]);
    } catch (error) {
      await photograph("error");
      throw error;
    } finally {
      await thunderbird.stop();
      await stopMailHosts(hosts);
      rmSync(thunderbird.profile, { recursive: true, force: true });
    }
  });
}

const never = (): Promise<boolean> => Promise.resolve(false);
const subject = "first";

/** A message from the account's identity is refused, and Thunderbird's dialogs are closed. */
async function fail({ thunderbird }: Scene): Promise<void> {
  await openCompose(thunderbird, { identity: "id1", to, subject });
  await pressSendIn(thunderbird, subject);
  await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
}

async function untilGone(thunderbird: Thunderbird): Promise<void> {
  await expect.poll(() => isOpen(thunderbird, subject), { timeout: 15_000 }).toBe(false);
}

/** In the history, the newest change first, until nothing can be undone any more. */
async function undoAll({ thunderbird, before }: Scene, changes: number): Promise<void> {
  await closePages(thunderbird);
  await openHistory(thunderbird);
  for (let left = changes; left > 0; left--) {
    await untilAction(thunderbird, "undo");
    await clickAction(thunderbird, "undo");
    const undoable = async (): Promise<unknown> =>
      (await readPage(thunderbird))?.actions.filter((action) => action === "undo").length;
    await expect.poll(undoable, { timeout: 10_000 }).toBe(left - 1);
  }
  await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
}

part("two windows, one cause: what one has mended, the other only sends", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, photograph } = scene;
  const second = "second";
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  await closePages(thunderbird);
  await openCompose(thunderbird, { identity: "id1", to, subject: second });
  await pressSendIn(thunderbird, second);
  await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
  await untilAction(thunderbird, "fix-and-send");
  await photograph("second");
  await clickAction(thunderbird, "fix-and-send");
  await expect.poll(() => isOpen(thunderbird, second), { timeout: 15_000 }).toBe(false);
  const mended = await snapshot(thunderbird);
  await openPageIn(thunderbird, subject);
  const page = await waitForState(thunderbird, ["fixed"], 10_000);
  await photograph("first");
  expect(page.actions).toEqual(expect.arrayContaining(["send-again", "undo"]));
  expect(page.actions).not.toContain("fix-and-send");
  await clickAction(thunderbird, "send-again");
  await untilGone(thunderbird);
  expect((await settledDeliveries(hosts, 2)).length).toBe(2);
  expect(await snapshot(thunderbird)).toEqual(mended);
  await undoAll(scene, 1);
});

part("Account Settings beside the page win", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, photograph } = scene;
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  await closePages(thunderbird);
  await typeOutgoingServer(thunderbird, "mail.example.test", { port: "2587" });
  const edited = await snapshot(thunderbird);
  expect(edited).not.toEqual(scene.before);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await expect
    .poll(async () => (await readPage(thunderbird))?.text, { timeout: 10_000 })
    .toMatch(/changed.*port/is);
  await sleep(300);
  await photograph("changed-since");
  expect(await snapshot(thunderbird)).toEqual(edited);
  expect(proofLogIns(commands(hosts))).toEqual([]);
  expect(deliveries(hosts)).toEqual([]);
});

part(
  "the add-on is disabled in the middle of a fix, and enabled again",
  "wrong-host-password",
  async (scene) => {
    const { thunderbird, hosts, before, photograph } = scene;
    await fail(scene);
    await waitForState(thunderbird, ["problem"], 10_000);
    await untilAction(thunderbird, "fix-and-send");
    await disableAtWriteOf(thunderbird, "mail.smtpservers");
    await clickAction(thunderbird, "fix-and-send").catch(() => undefined);
    await enableAgain(thunderbird);
    const journal = await settledJournal(thunderbird);
    const now = await snapshot(thunderbird);
    const isOld = JSON.stringify(comparable(now)) === JSON.stringify(comparable(before));
    if (!isOld)
      expect(await effectiveSettings(thunderbird)).toMatchObject({
        id1: { host: "mail.example.test", port: 587, security: "starttls", signIn: "password" },
      });
    for (const login of before.logins) expect(now.logins, "a saved log-in is lost").toContainEqual(login);
    expect(journal.map(({ state }) => state)).toEqual([isOld ? "undone" : "kept"]);
    await toldOnce(thunderbird, journal);
    await photograph("told");
    expect(
      (await isOpen(thunderbird, subject)) || deliveries(hosts).length === 1,
      "the message is lost",
    ).toBe(true);
    if (!isOld) await undoIsExact(thunderbird, before);
  },
);

part("Thunderbird goes offline between the failure and the click", "sign-in-none", async (scene) => {
  const { thunderbird, hosts, before, photograph } = scene;
  await fail(scene);
  await waitForState(thunderbird, ["problem"], 10_000);
  await setOffline(thunderbird, true);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await expect.poll(async () => (await readPage(thunderbird))?.text, { timeout: 15_000 }).toMatch(/offline/i);
  await sleep(300);
  await photograph("offline");
  expect(await snapshot(thunderbird)).toEqual(before);
  expect(await isOpen(thunderbird, subject)).toBe(true);
  await setOffline(thunderbird, false);
  await openPageIn(thunderbird, subject);
  await untilAction(thunderbird, "fix-and-send");
  await clickAction(thunderbird, "fix-and-send");
  await untilGone(thunderbird);
  expect((await settledDeliveries(hosts, 1)).map((arrived) => arrived.subject)).toEqual([subject]);
  await undoAll(scene, 1);
});

part("two main windows have a button each, and one truth", "sign-in-none", async (scene) => {
  const { thunderbird, photograph } = scene;
  await openMainWindow(thunderbird);
  for (const nth of [0, 1]) {
    await closePages(thunderbird);
    expect(await pageOpensIn(thunderbird, nth)).toBe(nth);
    const { changes } = await waitForState(thunderbird, ["problem"], 15_000);
    expect(Object.keys(changes)).toEqual(["sign-in"]);
    await sleep(300);
    await photograph(`window-${String(nth)}`);
  }
  await clickAction(thunderbird, "fix");
  await waitForState(thunderbird, ["fixed"], 15_000);
  await closePages(thunderbird);
  expect(await pageOpensIn(thunderbird, 0)).toBe(0);
  await waitForState(thunderbird, ["fixed", "healthy"], 10_000);
  await photograph("after-the-fix");
  await undoAll(scene, 1);
});

/** Port 587 is the stalling server's; the others rest. */
function withoutSubmission(file: CaseFile): CaseFile {
  return { ...file, world: { "mail.example.test": { ports: {} } } };
}

async function stalling(file: CaseFile): Promise<StallingServer> {
  const host = hostsWith(file.world).find(({ name }) => name === "mail.example.test");
  if (host === undefined) throw new Error("no host");
  return startStallingServer(host, 587);
}

part(
  "a proof given up at any step leaves no connection and no change",
  "sign-in-none",
  async (scene) => {
    const { thunderbird, before, photograph } = scene;
    const server = await stalling(scene.file);
    try {
      await fail(scene);
      await waitForState(thunderbird, ["problem"], 20_000);
      for (const step of steps) {
        await untilAction(thunderbird, "fix-and-send");
        server.hold(step);
        await clickAction(thunderbird, "fix-and-send");
        await expect.poll(() => server.isHeld(), { timeout: 10_000, message: `held at ${step}` }).toBe(true);
        // Also with the page closed and opened again, which does not end the proof.
        if (step === "auth") await openPageIn(thunderbird, subject);
        await untilAction(thunderbird, "cancel");
        if (step === "rcpt") await photograph("held");
        await clickAction(thunderbird, "cancel");
        await expect.poll(() => server.open(), { timeout: 3000, message: `open after ${step}` }).toBe(0);
        await waitForState(thunderbird, ["problem"], 10_000);
        expect(await snapshot(thunderbird), `after ${step}`).toEqual(before);
      }
      expect(await journalOf(thunderbird)).toEqual([]);
      await photograph("given-up");
    } finally {
      await server.stop();
    }
  },
  withoutSubmission,
);

part(
  "the compose window is closed in the middle of a fix",
  "sign-in-none",
  async (scene) => {
    const { thunderbird, before, photograph } = scene;
    const server = await stalling(scene.file);
    try {
      await fail(scene);
      await waitForState(thunderbird, ["problem"], 20_000);
      server.hold("rcpt");
      await clickAction(thunderbird, "fix-and-send");
      await expect.poll(() => server.isHeld(), { timeout: 10_000 }).toBe(true);
      await giveUp(thunderbird, subject);
      server.letGo();
      // Proven, so it is made, and nobody is left whose message could be sent.
      const states = async (): Promise<unknown> => (await journalOf(thunderbird))?.map(({ state }) => state);
      await expect.poll(states, { timeout: 10_000 }).toEqual(["kept"]);
      expect(await snapshot(thunderbird)).not.toEqual(before);
      await pressToolbarButton(thunderbird);
      await waitForState(thunderbird, ["fixed"], 15_000);
      await sleep(300);
      await photograph("afterwards");
      await undoAll(scene, 1);
    } finally {
      await server.stop();
    }
  },
  withoutSubmission,
);

part(
  "servers are asked, eight at once, while messages go out: nothing stands still",
  "healthy",
  async (scene) => {
    const { thunderbird, hosts } = scene;
    await openHistory(thunderbird);
    await startLooking(thunderbird, { hostname: "mail.example.test", port: 587 }, 8);
    for (let message = 1; message <= 5; message++) {
      await openCompose(thunderbird, { identity: "id1", to, subject });
      await pressSendIn(thunderbird, subject);
      await untilGone(thunderbird);
    }
    const answers = await stopLooking(thunderbird);
    expect(answers.length, "servers asked").toBeGreaterThan(100);
    expect(new Set(answers)).toEqual(new Set(["answers"]));
    expect(await settledDeliveries(hosts, 5)).toHaveLength(5);
  },
);
