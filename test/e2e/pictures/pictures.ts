// The pictures the store's listing needs, taken from the real Thunderbird: the icon in its sizes, and the scenes. They
// are written into src/store, to be looked at and committed; a sheet to judge the icon by goes to dist/pictures.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { addOnFile } from "../add-on-file.js";
import { onScreen } from "../thunderbird/screen.js";
import { newProfile, makeTemplate } from "../thunderbird/template.js";
import { startThunderbird } from "../thunderbird/thunderbird.js";
import { userJs } from "../thunderbird/user-js.js";
import { startWorld } from "../world/start.js";
import { drawIcons, drawIconSheet } from "./icons.js";
import { takeScenes } from "./scenes.js";

startWorld();
await makeTemplate();
await drawAllIcons();
await onScreen({ width: 1280, height: 800, scale: 1 }, () =>
  takeScenes(addOnFile("store"), join("src", "store", "screenshots")),
);
process.exit(0);

async function drawAllIcons(): Promise<void> {
  const thunderbird = await startThunderbird(newProfile("icons", userJs({})));
  try {
    mkdirSync("dist/pictures", { recursive: true });
    await drawIcons(thunderbird, join("src", "store", "icons"));
    await drawIconSheet(thunderbird, join("dist", "pictures", "icons.png"));
  } finally {
    await thunderbird.stop();
  }
}
