// Small screens and large text: the main button is in sight without scrolling, and a real pointer presses it.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { waitForState } from "./thunderbird/page.js";
import { onScreen, pressByPointer, type Screen } from "./thunderbird/screen.js";
import { failToSend } from "./thunderbird/told.js";

const screens: readonly Screen[] = [
  { width: 1024, height: 600, scale: 1 },
  { width: 1366, height: 768, scale: 1.25 },
  { width: 1366, height: 768, scale: 1.5 },
  { width: 1280, height: 900, scale: 2 },
];

const named = screens.map((screen) => ({
  screen,
  name: `${String(screen.width)}x${String(screen.height)}-${String(screen.scale * 100)}`,
}));

test.skipIf(!isWanted("screens")).each(named)(
  "screens: fixed by pointer on $name",
  async ({ screen, name }) => {
    await onScreen(screen, async () => {
      const prefs = { "layout.css.devPixelsPerPx": String(screen.scale) };
      await onScene({ name: `screens-${name}`, base: "port-25-sign-in-none", prefs }, async (scene) => {
        const { file, thunderbird, photograph } = scene;
        await failToSend(
          thunderbird,
          { identity: "id1", subject: "Lab: screens", to: "", ...file.send },
          photograph,
          "problem",
        );
        // The page looks for its room a little while.
        await sleep(1000);
        await photograph("problem");
        await pressByPointer(thunderbird, 'button[data-action="fix-and-send"]');
        const page = await waitForState(thunderbird, ["sent"], 20_000);
        await sleep(600);
        await photograph("sent");
        expect(page.actions).toContain("undo");
        await pressByPointer(thunderbird, 'button[data-action="undo"]');
        await waitForState(thunderbird, ["fixed", "failed", "problem", "need-input"], 20_000);
      });
    });
  },
);
