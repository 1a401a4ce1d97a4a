// Entry of popup.html: the page, on the real Thunderbird.

import { startPage } from "./page.js";
import { keepWithinRoom, panelPixels } from "./room.js";
import { closeWithWindow, onThunderbird } from "../kit/thunderbird.js";

const said = new URLSearchParams(location.search);
const isOwn = said.get("window") === "own";
keepWithinRoom(document, window, isOwn ? Infinity : panelPixels);
if (isOwn) {
  document.documentElement.classList.add("own-window");
  const composeWindowId = said.get("of");
  if (composeWindowId !== null) {
    closeWithWindow(Number(composeWindowId));
  }
}
void onThunderbird().then((host) => startPage(document, location.search, host));
