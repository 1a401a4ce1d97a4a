// Whether an arriving mail wakes a sleeping background, and the option by which it does not.
import { sendToSleep } from "../thunderbird/add-on.js";
import { awaitMail } from "../thunderbird/inbox.js";
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";
import { flood } from "./flood.js";

/** How often one ordinary mail wakes the background, which is started anew before: what it listens to is settled then. */
export async function wakesByArrival(thunderbird: Thunderbird, user: string, there: number): Promise<number> {
  await sendToSleep(thunderbird);
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     await extension.wakeupBackground();
     await until("the background to run", 20000, () => extension.backgroundState == "running");`,
    thunderbird.addOnId,
  );
  await sendToSleep(thunderbird);
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     w.labWakes = 0;
     w.labWoken = () => { w.labWakes++; };
     extension.on("background-script-started", w.labWoken);`,
    thunderbird.addOnId,
  );
  flood(user, 1, false);
  await awaitMail(thunderbird, user, there + 1);
  return thunderbird.run<number>(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     await until("a wake", 3000, () => w.labWakes > 0).catch(() => {});
     extension.off("background-script-started", w.labWoken);
     return w.labWakes;`,
    thunderbird.addOnId,
  );
}

/** In the options page, as the user does. */
export async function leaveArrivingMailAlone(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `${access}
     const { extension } = WebExtensionPolicy.getByID(id);
     const tabmail = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
     const tab = tabmail.openTab("contentTab", {
       url: extension.baseURI.resolve("options.html"),
       linkHandler: "single-page",
       initialBrowsingContextGroupId: extension.policy.browsingContextGroupId,
       triggeringPrincipal: extension.principal,
     });
     const browser = await until("the options", 10000, () => findView(isAt("/options.html")));
     await until("the tick to be gone", 10000, () => inPage(browser, \`
       const box = content.document.querySelector("#watch-arriving");
       if (!box || box.closest("[hidden]") || !box.nextElementSibling.textContent) return false;
       if (box.checked) box.click();
       return !box.checked;\`));
     await sleep(500);
     tabmail.closeTab(tab);`,
    thunderbird.addOnId,
  );
}
