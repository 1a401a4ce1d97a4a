// What a click costs an add-on that does nothing else: Thunderbird's alert is closed, a page of two lines opens, its button is
// pressed. The floor under every fix that waits for a user.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { strToU8, zipSync } from "fflate";
import { keptInSession } from "../e2e/false-alarms/witness.js";
import { addOnIds } from "../e2e/thunderbird/add-on.js";
import type { Thunderbird } from "../e2e/thunderbird/thunderbird.js";
import { labDirectory } from "../e2e/world/lab-directory.js";

/** Made on the spot; under the full edition's id, which the lab's hands look for. */
export function clickAloneFile(): string {
  const file = join(labDirectory(), "click-alone.xpi");
  const manifest = {
    manifest_version: 3,
    name: "A click alone",
    version: "1",
    browser_specific_settings: { gecko: { id: addOnIds.full } },
    background: { scripts: ["background.js"], type: "module" },
    permissions: ["compose", "storage"],
    compose_action: { default_title: "nothing", default_popup: "popup.html" },
  };
  const background = `
    messenger.compose.onAfterSend.addListener(({ windowId }) => messenger.composeAction.openPopup({ windowId }));
    messenger.runtime.onMessage.addListener(() => messenger.storage.session.set({ heardAt: Date.now() }));`;
  const page = `<!doctype html><title>A click alone</title><script src="popup.js" defer></script>
    <main data-state="problem"><p>Nothing is wrong.</p><button data-action="fix-and-send">Press</button></main>`;
  const script = `
    const tell = () => messenger.runtime.sendMessage({});
    document.querySelector("button").addEventListener("click", tell);`;
  writeFileSync(
    file,
    zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "background.js": strToU8(background),
      "popup.html": strToU8(page),
      "popup.js": strToU8(script),
    }),
  );
  return file;
}

/** When its background heard of the click, milliseconds since the epoch. */
export async function clickHeard(thunderbird: Thunderbird): Promise<number> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const at = await keptInSession(thunderbird, "heardAt", thunderbird.addOnId);
    if (typeof at === "number") return at;
    await sleep(15);
  }
  throw new Error("the click was not heard");
}
