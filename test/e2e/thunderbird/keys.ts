// Hands on a real keyboard (xdotool), on a screen with a window manager (screen.ts): what reaches the page is what reaches
// it for a person.
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { access } from "./page.js";
import type { Thunderbird } from "./thunderbird.js";

/**
 * Marionette turns Gecko's own asking for the focus off (`focusmanager.testmode`): then a panel's page believes that it has
 * the focus, and the panel has not; keys stay outside, and Tab goes one step and no further (measured on 153).
 */
export async function withRealFocus(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`Services.prefs.setBoolPref("focusmanager.testmode", false);`);
}

/** By the names of X: `Tab`, `Return`, `alt+shift+w`. */
export async function pressKeys(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    execFileSync("xdotool", ["key", key]);
    await sleep(150);
  }
}

export async function typeByKeys(text: string): Promise<void> {
  execFileSync("xdotool", ["type", "--delay", "40", text]);
  await sleep(150);
}

/** More stops than any page has. */
const mostStops = 40;

/** Goes on by Tab until the part of the page that the selector names has the focus. */
export async function tabTo(thunderbird: Thunderbird, selector: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < mostStops; stops++) {
    const at = await thunderbird.run<{ readonly there: boolean; readonly name: string } | null>(
      `${access}
       return inPage(findPage(), \`
         const at = content.document.activeElement;
         return { there: content.document.hasFocus() && at.matches(arg), name: at.localName + " " + at.textContent };\`, rest[0]);`,
      thunderbird.addOnId,
      selector,
    );
    if (at?.there === true) return;
    passed.push(at?.name ?? "no page");
    await pressKeys("Tab");
  }
  throw new Error(`Tab never came to ${selector}, but to: ${[...new Set(passed)].join("; ")}`);
}

/** Brings the window to the front, as Alt+Tab does. */
export async function turnTo(thunderbird: Thunderbird, window: "msgcompose" | "mail:3pane"): Promise<void> {
  await thunderbird.run(
    `const w = Services.wm.getMostRecentWindow(args[0]);
     w.focus();
     await until("the window in front", 5000, () => Services.focus.activeWindow == w);
     await sleep(300);`,
    window,
  );
}
