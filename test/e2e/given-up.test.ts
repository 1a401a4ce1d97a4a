// What is given up in the middle: the proof at every step, the window of the message, the second sending. Nothing is left
// open, and settings are as they were or can be had back. Each in a profile of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { fail, partsOf, subject, undoAll } from "./concurrency/part.js";
import { giveUp, isOpen, openPageIn } from "./concurrency/windows.js";
import { untilAction } from "./thunderbird/afterwards.js";
import type { Scene } from "./scene.js";
import { cancelSending } from "./thunderbird/compose.js";
import { journalOf } from "./thunderbird/journal.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { snapshot } from "./thunderbird/settings.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { hostsWith } from "./world/hosts.js";
import { startStallingServer, steps, type StallingServer, type Step } from "./world/stalling-smtp.js";

/** The message is refused, and the click on *Fix and send again* is held at a step of the conversation on port 587. */
function held(
  name: string,
  play: (scene: Scene, server: StallingServer, heldAt: (step: Step) => Promise<void>) => Promise<void>,
): void {
  const played = async (scene: Scene): Promise<void> => {
    const { file, thunderbird } = scene;
    const host = hostsWith(file.world).find((one) => one.name === "mail.example.test");
    if (host === undefined) throw new Error("no host");
    const server = await startStallingServer(host, 587);
    try {
      await fail(scene);
      await waitForState(thunderbird, ["problem"], 20_000);
      await play(scene, server, async (step) => {
        await untilAction(thunderbird, "fix-and-send");
        server.hold(step);
        await clickAction(thunderbird, "fix-and-send");
        await expect.poll(() => server.isHeld(), { timeout: 10_000, message: `held at ${step}` }).toBe(true);
      });
    } finally {
      await server.stop();
    }
  };
  // The other ports rest.
  partsOf("given-up")(name, "sign-in-none", played, (file) => ({
    ...file,
    world: { "mail.example.test": { ports: {} } },
  }));
}

held("a proof given up at any step leaves no connection and no change", async (scene, server, heldAt) => {
  const { thunderbird, before, photograph } = scene;
  for (const step of steps) {
    await heldAt(step);
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
});

held("the compose window is closed in the middle of a fix", async (scene, server, heldAt) => {
  const { thunderbird, before, photograph } = scene;
  await heldAt("rcpt");
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
});

held(
  "the second sending is cancelled: the message waits, the settings stay, and can be had back",
  async (scene, _, heldAt) => {
    const { thunderbird, before, photograph } = scene;
    await heldAt("data");
    await cancelSending(thunderbird);
    const page = await waitForState(thunderbird, ["fixed"], 10_000);
    await photograph("cancelled");
    expect(page.text).toContain("Sending was stopped");
    expect(page.actions).toEqual(expect.arrayContaining(["send-again", "undo"]));
    expect(await isOpen(thunderbird, subject)).toBe(true);
    expect(await snapshot(thunderbird)).not.toEqual(before);
    await clickAction(thunderbird, "undo");
    await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
  },
);
