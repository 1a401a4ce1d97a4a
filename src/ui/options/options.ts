// Entry of options.html: shows the options as the background has them, and hands over what the user ticks.

import { createBackgroundClient } from "../kit/background-client.js";
import { createTexts, translatePage } from "../kit/i18n.js";
import { thunderbird } from "../kit/thunderbird.js";

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
// Where nothing was changed, and where nothing ever is, there is no page of changes to open.
void client.request("history", null).then((answer) => {
  const isEmpty = answer.kind !== "answer" || answer.value.entries.length === 0;
  document.querySelector("#history")?.parentElement?.toggleAttribute("hidden", isEmpty);
});
document.querySelector("#history")?.addEventListener("click", () => {
  thunderbird.openHistory();
});
