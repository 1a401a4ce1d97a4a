// Our page in a small window of its own: where Thunderbird has no button of ours to open it from (taken out of the
// toolbar by *Customize*), or the window with the button is gone. One for each place; a second asking brings it to the front.

import type { PagePlace } from "../protocol.js";

type Shown = Extract<PagePlace, { kind: "compose" | "toolbar" | "welcome" }>;

/** CSS pixels; Thunderbird keeps a window on the screen. */
const width = 560;
const height = 640;
/** One sentence needs less. */
const welcomeHeight = 300;

/** False where Thunderbird opened none. */
export async function openOwnWindow(place: Shown): Promise<boolean> {
  const url = `popup.html?${new URLSearchParams({
    place: place.kind,
    window: "own",
    ...(place.kind === "compose" && { of: String(place.windowId) }),
  }).toString()}`;
  const address = messenger.runtime.getURL(url);
  const windows = await messenger.windows.getAll({ populate: true, windowTypes: ["popup"] });
  const open = windows.find(({ tabs = [] }) => tabs.some((tab) => tab.url === address));
  if (open?.id !== undefined) {
    await messenger.windows.update(open.id, { focused: true });
    return true;
  }
  const size = { width, height: place.kind === "welcome" ? welcomeHeight : height };
  const made = await messenger.windows.create({ type: "popup", url, ...size });
  return made.id !== undefined;
}
