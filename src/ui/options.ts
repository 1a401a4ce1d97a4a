// Entry of options.html: shows the options as the background has them, and hands over what the user ticks.

import { createBackgroundClient } from "./background-client.js";
import { createTexts, translatePage } from "./i18n.js";
import { thunderbird } from "./thunderbird.js";

const client = createBackgroundClient(thunderbird);
const lookUpSettings = document.querySelector<HTMLInputElement>("#look-up-settings");

translatePage(document, createTexts(thunderbird), thunderbird);
void client.request("options", null).then((answer) => {
  if (lookUpSettings !== null && answer.kind === "answer") {
    lookUpSettings.checked = answer.value.lookUpSettings;
  }
});
lookUpSettings?.addEventListener("change", () => {
  void client.request("setOptions", { options: { lookUpSettings: lookUpSettings.checked } });
});
document.querySelector("#history")?.addEventListener("click", () => {
  thunderbird.openHistory();
});
