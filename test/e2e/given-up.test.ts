// What is given up in the middle: the proof at every step, the window of the message, the second sending. Nothing is left
// open, and settings are as they were or can be had back. Each in a profile of its own.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { CaseFile } from "./case-file.js";
import { fail, partsOf, subject, undoAll } from "./concurrency/part.js";
import { giveUp, isOpen, openPageIn } from "./concurrency/windows.js";
import { untilAction } from "./thunderbird/afterwards.js";
import { cancelSending } from "./thunderbird/compose.js";
import { journalOf } from "./thunderbird/journal.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { snapshot } from "./thunderbird/settings.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { hostsWith } from "./world/hosts.js";
import { startStallingServer, steps, type StallingServer } from "./world/stalling-smtp.js";

const part = partsOf("given-up");

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
  "the second sending is cancelled: the message waits, the proven settings stay, and can be had back",
  "sign-in-none",
  async (scene) => {
    const { thunderbird, before, photograph } = scene;
    const server = await stalling(scene.file);
    try {
      await fail(scene);
      await waitForState(thunderbird, ["problem"], 20_000);
      server.hold("data");
      await untilAction(thunderbird, "fix-and-send");
      await clickAction(thunderbird, "fix-and-send");
      await expect.poll(() => server.isHeld(), { timeout: 10_000 }).toBe(true);
      await cancelSending(thunderbird);
      const page = await waitForState(thunderbird, ["fixed"], 10_000);
      await photograph("cancelled");
      expect(page.text).toContain("Sending was stopped");
      expect(page.actions).toEqual(expect.arrayContaining(["send-again", "undo"]));
      expect(await isOpen(thunderbird, subject)).toBe(true);
      expect(await snapshot(thunderbird)).not.toEqual(before);
      await clickAction(thunderbird, "undo");
      await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
    } finally {
      await server.stop();
    }
  },
  withoutSubmission,
);
