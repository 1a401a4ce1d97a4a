// Entry of popup.html: the page, on the real Thunderbird.

import { startPage } from "./page.js";
import { keepWithinRoom, panelPixels } from "./room.js";
import { closeWithWindow, onThunderbird } from "../kit/thunderbird.js";

const said = new URLSearchParams(location.search);
if (said.get("window") === "own") {
  document.documentElement.classList.add("own-window");
  const composeWindowId = said.get("of");
  if (composeWindowId !== null) {
    closeWithWindow(Number(composeWindowId));
  }
  keepWithinRoom(document, window, Infinity);
} else {
  keepWithinRoom(document, window, panelPixels);
}
void onThunderbird().then((host) => startPage(document, location.search, host));
