// The background of the add-on under test, put to sleep at once instead of after thirty seconds, and how often it woke.
import type { Thunderbird } from "../../e2e/thunderbird/thunderbird.js";
import { installAddOn } from "../../e2e/thunderbird/add-on.js";
import type { Build } from "./builds.js";

/** Takes whatever add-on of ours is there away, and puts this one in its place. */
export async function change(thunderbird: Thunderbird, from: Build, to: Build): Promise<void> {
  if (from.id !== null)
    await thunderbird.run(
      `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
       await (await AddonManager.getAddonByID(args[0]))?.uninstall();
       await until("the add-on to be gone", 20000, () => !WebExtensionPolicy.getByID(args[0]));`,
      from.id,
    );
  if (to.id !== null && to.file !== null) {
    await installAddOn(thunderbird, to.file, to.id);
    await thunderbird.run(
      `const { extension } = WebExtensionPolicy.getByID(args[0]);
       const w = Services.wm.getMostRecentWindow("mail:3pane");
       w.benchWakes = 0;
       await until("its background", 20000, () => extension.backgroundState == "running");
       extension.on("background-script-started", () => { w.benchWakes++; });
       await sleep(1500);`,
      to.id,
    );
  }
}

/** After an event has had its time: the background sleeps again. Answers how often it has been woken until now. */
export function settled(thunderbird: Thunderbird, { id }: Build): Promise<number> {
  return thunderbird.run<number>(
    `await sleep(300);
     if (args[0] === null) return 0;
     const { extension } = WebExtensionPolicy.getByID(args[0]);
     if (extension.backgroundState != "stopped") {
       await until("it to run", 20000, () => extension.backgroundState == "running").catch(() => {});
       // Where a call of it is not answered yet, or an event comes in that moment, Thunderbird lets it run on.
       await until("it to sleep", 60000, async () => {
         if (extension.backgroundState == "running") await extension.terminateBackground();
         return extension.backgroundState == "stopped";
       });
     }
     return Services.wm.getMostRecentWindow("mail:3pane").benchWakes;`,
    id,
  );
}

/** Wakes it for nothing. */
export async function wake(thunderbird: Thunderbird, { id }: Build): Promise<void> {
  await thunderbird.run(
    `if (args[0] === null) return;
     const { extension } = WebExtensionPolicy.getByID(args[0]);
     await extension.wakeupBackground();
     await until("it to run", 20000, () => extension.backgroundState == "running");`,
    id,
  );
}

export function processId(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>("return Services.appinfo.processID;");
}
