// Entry of popup.html: the page, on the real Thunderbird.

import { startPage } from "./page.js";
import { keepWithinRoom } from "./room.js";
import { closeWithWindow, onThunderbird } from "../kit/thunderbird.js";

const said = new URLSearchParams(location.search);
if (said.get("window") === "own") {
  document.documentElement.classList.add("own-window");
  const composeWindowId = said.get("of");
  if (composeWindowId !== null) {
    closeWithWindow(Number(composeWindowId));
  }
} else {
  keepWithinRoom(document, window);
}
void onThunderbird().then((host) => startPage(document, location.search, host));
