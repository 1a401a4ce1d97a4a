// Small screens and large text: the main button is in sight without scrolling, and a real pointer presses it. `npm test`
// fixes and undoes one message on each; `test/long screens` meets every state of states.ts on each.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { isLong } from "./how-long.js";
import { states } from "./screens/states.js";
import { waitForState } from "./thunderbird/page.js";
import { onScreen, pressByPointer, pressMainButton, type Screen } from "./thunderbird/screen.js";
import { failToSend } from "./thunderbird/told.js";

const screens: readonly Screen[] = [
  { width: 1024, height: 600, scale: 1 },
  { width: 1366, height: 768, scale: 1 },
  { width: 1366, height: 768, scale: 1.25 },
  { width: 1366, height: 768, scale: 1.5 },
  { width: 1280, height: 900, scale: 2 },
];

const named = screens.map((screen) => ({
  screen,
  name: `${String(screen.width)}x${String(screen.height)}-${String(screen.scale * 100)}`,
}));
const prefsOf = ({ scale }: Screen) => ({ "layout.css.devPixelsPerPx": String(scale) });

/** Of the long run: those whose names contain one of these. */
const wanted = process.env["LAB_SCREENS"]?.split(" ") ?? [""];

/** Every day, the smallest and the one with the largest text. */
const everyDay = named.filter(({ name }) => ["1024x600-100", "1280x900-200"].includes(name));

test.skipIf(isLong || !isWanted("screens")).each(everyDay)(
  "screens: fixed by pointer on $name",
  async ({ screen, name }) => {
    await onScreen(screen, async () => {
      const stage = { name: `screens-${name}`, base: "port-25-sign-in-none", prefs: prefsOf(screen) };
      await onScene(stage, async (scene) => {
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

const everywhere = named
  .flatMap(({ screen, name }) => states.map((state) => ({ screen, state, name: `${state.name}-${name}` })))
  .filter(({ name }) => wanted.some((word) => name.includes(word)));

test.runIf(isLong).each(everywhere)("screens: $name, in reach", async ({ screen, state, name }) => {
  await onScreen(screen, async () => {
    const stage = { ...state, name: `screens-${name}`, prefs: prefsOf(screen) };
    await onScene(stage, async (scene) => {
      await state.come(scene);
      await sleep(1200);
      await scene.photograph("there");
      console.log(`${name}: ${await pressMainButton(scene.thunderbird)}`);
    });
  });
});
