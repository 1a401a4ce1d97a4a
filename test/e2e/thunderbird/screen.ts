// A screen of its own for one test, smaller than the lab's, with a window manager: there panels are put where there is
// room and keep the focus rules of a desktop. And a hand on a real pointer (xdotool): it presses what is to be seen.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { access } from "./page.js";
import type { Thunderbird } from "./thunderbird.js";

export interface Screen {
  readonly width: number;
  readonly height: number;
  /** Device pixels to a CSS pixel, as a desktop set to 150 % has 1.5. */
  readonly scale: number;
}

/** `DISPLAY` is that screen for as long as `play` lasts. */
export async function onScreen({ width, height }: Screen, play: () => Promise<void>): Promise<void> {
  const size = `${String(width)}x${String(height)}x24`;
  const server = spawn("Xvfb", ["-nolock", "-nolisten", "tcp", "-screen", "0", size, "-displayfd", "3"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const before = process.env["DISPLAY"];
  let manager: ChildProcess | null = null;
  try {
    process.env["DISPLAY"] = `:${await displayOf(server)}`;
    manager = spawn("openbox", [], { stdio: "ignore" });
    await sleep(1000);
    await play();
  } finally {
    process.env["DISPLAY"] = before;
    manager?.kill();
    server.kill();
  }
}

function displayOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdio[3]?.on("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.on("exit", () => reject(new Error("Xvfb did not start")));
  });
}

/**
 * Where the middle of the first visible part named by the selector is, in pixels of the screen, once it is there: on a busy
 * machine a page takes seconds to come to it. Nothing is scrolled.
 */
async function whereIs(
  thunderbird: Thunderbird,
  selector: string,
): Promise<{ readonly x: number; readonly y: number }> {
  const look = (): Promise<{ readonly x: number; readonly y: number } | null> =>
    thunderbird.run<{ readonly x: number; readonly y: number } | null>(
      `${access}
     const browser = findPage();
     return browser && inPage(browser, \`
       const element = [...content.document.querySelectorAll(arg)].find(e => e.checkVisibility());
       if (!element) return null;
       const box = element.getBoundingClientRect(), scale = content.devicePixelRatio;
       return { x: (content.mozInnerScreenX + box.left + box.width / 2) * scale,
                y: (content.mozInnerScreenY + box.top + box.height / 2) * scale };\`, rest[0]);`,
      thunderbird.addOnId,
      selector,
    );
  let found = await look();
  for (let tries = 0; found === null && tries < 50; tries++) {
    await sleep(200);
    found = await look();
  }
  if (found === null) throw new Error(`${selector} is not on the page`);
  return found;
}

/** Moves the pointer there and clicks, as a hand does: what is covered or cut off is not pressed. */
export async function pressByPointer(thunderbird: Thunderbird, selector: string): Promise<void> {
  pointAndClick(await whereIs(thunderbird, selector));
}

function pointAndClick({ x, y }: { readonly x: number; readonly y: number }): void {
  const at = [String(Math.round(x)), String(Math.round(y))];
  execFileSync("xdotool", ["mousemove", ...at, "sleep", "0.1", "click", "1"]);
}

/** The page's main button: the first that is offered before the others; else the last of the row. */
const mainButton = "[data-lab-main]";

/**
 * The main button is in sight without scrolling, and hears a real pointer: a click that lands beside it, as on a page that
 * is cut off, fails. Answers its text.
 */
export async function pressMainButton(thunderbird: Thunderbird): Promise<string> {
  const label = await thunderbird.run<string>(
    `${access}
     return inPage(findPage(), \`
       const visible = selector => [...content.document.querySelectorAll(selector)].filter(e => e.checkVisibility());
       const button = visible("button.primary")[0] ?? visible(".actions button").at(-1);
       if (!button) throw new Error("there is no button");
       // To its lower edge.
       const { availTop, availHeight } = content.screen;
       const end = content.mozInnerScreenY + button.getBoundingClientRect().bottom;
       if (end <= availTop + availHeight) button.dataset.labMain = "";
       return button.textContent;\`);`,
    thunderbird.addOnId,
  );
  const at = await whereIs(thunderbird, mainButton);
  await thunderbird.run(
    `${access}
     const heard = inPage(findPage(), \`
       return new Promise(resolve => content.document.addEventListener("click",
         ({ target }) => resolve(target.closest(arg) ? "pressed" : "beside it"), { capture: true, once: true }));\`,
       rest[0], 8000);
     Services.wm.getMostRecentWindow("mail:3pane").labHeard = heard;
     // One after the other: by now it listens.
     await inPage(findPage(), "return 0;");`,
    thunderbird.addOnId,
    mainButton,
  );
  pointAndClick(at);
  const said = await thunderbird.run<string | null>(
    `return Services.wm.getMostRecentWindow("mail:3pane").labHeard;`,
  );
  if (said !== "pressed") throw new Error(`the main button (${label}) is out of reach: ${String(said)}`);
  return label;
}
