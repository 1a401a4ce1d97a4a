// The demo: an account with three mistakes (port 25, no TLS, no sign-in), ready to send.
// On a real display the user presses Send; without one the way is walked and photographed into dist/demo.
// `npm run demo -- store` shows the store edition; its way leads through Account Settings, so it needs a display.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addOnFile } from "./add-on-file.js";
import type { CaseFile } from "./case-file.js";
import { readCaseFile } from "./case-file.js";
import { type Edition, installAddOn } from "./thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { camera } from "./thunderbird/screenshot.js";
import { makeTemplate, newProfile } from "./thunderbird/template.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";
import { userJs } from "./thunderbird/user-js.js";
import { deliveries, settledDeliveries } from "./world/deliveries.js";
import type { MailHost } from "./world/mail-host.js";
import { startMailHosts, startWorld, stopMailHosts } from "./world/start.js";

const edition: Edition = process.argv[2] === "store" ? "store" : "full";
const ownScreen = process.env["LAB_OWN_SCREEN"] === "1";
const needsDisplay = edition === "store" && ownScreen;
if (needsDisplay) {
  console.error(
    "The store edition is shown on a display only ($DISPLAY such as :0); its pictures: npm run screenshots.",
  );
  process.exit(1);
}

const message = { identity: "id1", to: "friend@elsewhere.test", subject: "Hello from the lab" };

async function walkThrough(thunderbird: Thunderbird, hosts: readonly MailHost[]): Promise<void> {
  const photograph = camera(join("dist", "demo"));
  const show = async (state: string, sentence: string): Promise<void> => {
    console.log(`${await photograph(state)}  ${sentence}`);
  };
  await show("compose", "a message, ready to send");
  await pressSend(thunderbird);
  const neverSent = (): Promise<boolean> => Promise.resolve(false);
  await outcomeOfSend(thunderbird, "alert", neverSent, (dialog) =>
    show("alert", `Thunderbird: ${dialog.text.split("\n")[0] ?? ""}`),
  );
  await waitForState(thunderbird, ["problem"], 30_000);
  await sleep(500);
  await show("problem", "Relay Doctor says why, and what it would change");
  await clickAction(thunderbird, "fix-and-send");
  const going = waitForState(thunderbird, ["fixing", "fixed", "sending", "sent"], 5_000);
  await going
    .then((page) => show(page.state, "the new settings are proven, then written"))
    .catch(() => undefined);
  const arrived = await settledDeliveries(hosts, 1);
  await show(
    "sent",
    `arrived in the mailbox: ${arrived.map(({ to, subject }) => `${subject} → ${to}`).join(", ")}`,
  );
  if (arrived.length !== 1)
    throw new Error(`expected one delivered message, found ${String(arrived.length)}`);
}

async function onRealDisplay(thunderbird: Thunderbird, hosts: readonly MailHost[]): Promise<void> {
  console.log("Press Send in the window. Three settings are wrong: port 25, no TLS, no sign-in.");
  console.log("Close Thunderbird to end the demo.");
  let ended = false;
  const end = thunderbird.ended.then(() => (ended = true));
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set in the callback, which type narrowing does not follow
  for (let told = 0; !ended; await Promise.race([end, sleep(500)])) {
    for (const { to, subject } of deliveries(hosts).slice(told)) {
      told++;
      console.log(`arrived in the mailbox: ${subject} → ${to}`);
    }
  }
}

async function demo(file: CaseFile): Promise<void> {
  const addOn = addOnFile(edition);
  startWorld();
  await makeTemplate();
  const hosts = await startMailHosts(file.world);
  const thunderbird = await startThunderbird(newProfile("demo", userJs(profilePrefs(file.profile))), edition);
  try {
    await prepareProfile(thunderbird, file.profile);
    await installAddOn(thunderbird, addOn);
    await openCompose(thunderbird, message);
    await (ownScreen ? walkThrough : onRealDisplay)(thunderbird, hosts);
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  }
}

await demo(readCaseFile(join("test", "e2e", "cases", "port-25-sign-in-none.json")));
process.exit(0);
