// The options as the background has them, and in words what this edition does by them. Ticked, the box asks Thunderbird
// for the hosts that have to be permitted, in the click itself; unticked, every such access is given back.

import { createBackgroundClient } from "../kit/background-client.js";
import type { Options } from "../../engine/model/options.js";
import { partOf } from "../kit/elements.js";
import type { Host } from "../kit/host.js";
import { createTexts, translatePage } from "../kit/i18n.js";

/** Starts the page; settled when the options are shown. */
export async function startOptions(page: Document, host: Host): Promise<void> {
  const texts = createTexts(host);
  const client = createBackgroundClient(host);
  const history = partOf(page, "#history");
  const home = partOf(page, "#home-page");
  translatePage(page, texts, host);
  const shown = await client.request("options", null);
  // Where nothing was changed, and where nothing ever is, there is no page of changes to open.
  const changed = await client.request("history", null);
  history.closest("div")?.toggleAttribute("hidden", changed === null || changed.entries.length === 0);
  home.parentElement?.toggleAttribute("hidden", host.homePage === null);
  home.addEventListener("click", () => host.homePage?.());
  history.addEventListener("click", () => void client.request("openHistory", null));
  if (shown === null) {
    return;
  }
  const { lookUps, arrivals, settled, hosts } = shown;
  const show = (id: string, name: keyof Options, what: TextKeyWith<[]>): HTMLInputElement => {
    const box = partOf(page, `#${id}`) as HTMLInputElement;
    const isSettled = settled.includes(name);
    box.checked = shown[name];
    box.disabled = isSettled;
    partOf(page, `#${id}-what`).textContent = texts.text(isSettled ? "options_settled" : what);
    return box;
  };
  for (const [id, name, what] of [
    ["quiet", "quiet", "options_quiet_what"],
    ["watch-arriving", "watchArriving", "options_watch_arriving_what"],
  ] as const) {
    const box = show(id, name, what);
    box.addEventListener("change", () => {
      void client.request("setOptions", { options: { [name]: box.checked } });
    });
  }
  // Where only what has come back is told of, there is nothing to choose.
  partOf(page, "#arriving").toggleAttribute("hidden", arrivals === "filtered");
  const box = show(
    "look-up-settings",
    "lookUpSettings",
    lookUps === "asked-for"
      ? "options_look_up_settings_asked_for"
      : "options_look_up_settings_as_thunderbird",
  );
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
