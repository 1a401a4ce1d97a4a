// Entry of popup.html: the page, on the real Thunderbird.

import { startPage } from "./page.js";
import { keepWithinRoom } from "./room.js";
import { closeWithWindow, thunderbird } from "../kit/thunderbird.js";

const said = new URLSearchParams(location.search);
if (said.get("window") === "own") {
  document.documentElement.classList.add("own-window");
  closeWithWindow(Number(said.get("of")));
} else {
  keepWithinRoom(document, window);
}
void startPage(document, location.search, thunderbird);
