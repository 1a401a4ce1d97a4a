// The options as the background has them, and in words what this edition does by them. Ticked, the box asks Thunderbird
// for the hosts that have to be permitted, in the click itself; unticked, every such access is given back.

import { createBackgroundClient } from "../kit/background-client.js";
import type { Host } from "../kit/host.js";
import { createTexts, translatePage } from "../kit/i18n.js";

/** Starts the page; settled when the options are shown. */
export async function startOptions(page: Document, host: Host): Promise<void> {
  const texts = createTexts(host);
  const client = createBackgroundClient(host);
  const box = page.querySelector<HTMLInputElement>("#look-up-settings");
  const explanation = page.querySelector("#look-up-settings-what");
  const history = page.querySelector("#history");
  if (box === null || explanation === null || history === null) {
    throw new Error("options.html is not whole");
  }
  translatePage(page, texts, host);
  const shown = await client.request("options", null);
  // Where nothing was changed, and where nothing ever is, there is no page of changes to open.
  const changed = await client.request("history", null);
  history.parentElement?.toggleAttribute(
    "hidden",
    changed.kind !== "answer" || changed.value.entries.length === 0,
  );
  history.addEventListener("click", () => void client.request("openHistory", null));
  if (shown.kind !== "answer") {
    return;
  }
  const { lookUpSettings, lookUps, isForbidden, hosts } = shown.value;
  box.checked = lookUpSettings;
  box.disabled = isForbidden;
  explanation.textContent = isForbidden
    ? texts.text("options_look_up_settings_forbidden")
    : lookUps === "asked-for"
      ? texts.text("options_look_up_settings_asked_for")
      : texts.text("options_look_up_settings_as_thunderbird");
  box.addEventListener("change", () => {
    // Asked for at once: a click counts for the permission only until the first wait.
    const permitted = box.checked && hosts.length > 0 ? host.permit(hosts) : Promise.resolve(true);
    void permitted.then(async (granted) => {
      box.checked &&= granted;
      if (!box.checked) {
        await host.unpermit();
      }
      await client.request("setOptions", { options: { lookUpSettings: box.checked } });
    });
  });
}
