// Entry of fits.html: sample pages in every language, closed and with their details, at the width of the panel and at that of
// a narrow window. What sticks out, or is cut off, is left as JSON in the document, for fits.mjs.

import { samples } from "../sample-pages.js";
import { startPage } from "../../../src/ui/page/page.js";
import { createHostIn, languages } from "./languages.js";

/** Pages that have between them every button, table, form and list. */
const shown = [
  "problem",
  "problem-password",
  "problem-own-entry",
  "settings-fine",
  "need-input",
  "need-input-check",
  "not-proven-every-answer",
  "sent",
  "failed",
  "undone",
  "accounts",
  "healthy",
  "after-a-crash",
  "refused-elsewhere",
  "asks-alert",
  "asks-settings",
  "asks-settings-or-looks-up",
  "guide",
  "guide-own-entry",
];
/** popup.css's own. */
const panelWidth = "31rem";
const body = document.body.innerHTML;
const found = new Set<string>();
let judged = 0;

function judge(where: string): void {
  judged += 1;
  const edge = document.body.getBoundingClientRect();
  for (const element of document.body.querySelectorAll<HTMLElement>("main *")) {
    const { left, right, width } = element.getBoundingClientRect();
    const hidden = element.closest(".visually-hidden, [hidden], svg, select, .server-text") !== null;
    if (hidden || width === 0) continue;
    const sticksOut = left < edge.left - 1 || right > edge.right + 1;
    const isCut =
      element.matches("button, label, th, td, dt, .unbreakable") &&
      element.scrollWidth > element.clientWidth + 1;
    if (sticksOut || isCut) {
      const { tagName, className, textContent } = element;
      found.add(
        `${where}: ${tagName.toLowerCase()}.${className} ${sticksOut ? "sticks out" : "is cut off"}: ${textContent.trim().slice(-80)}`,
      );
    }
  }
}

/** The page that is seen most: in every language its buttons stand in one row. */
function judgeRow(language: string): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(".case > .actions button")];
  if (new Set(buttons.map(({ offsetTop }) => offsetTop)).size !== 1) {
    const labels = buttons.map(({ textContent }) => textContent).join(" | ");
    found.add(`${language}: the buttons stand in several rows, one label is too long: ${labels}`);
  }
}

async function judgeAll(): Promise<void> {
  for (const language of languages) {
    for (const { name, page, place } of samples.filter((sample) => shown.includes(sample.name))) {
      document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
      await startPage(
        document,
        `?place=${place}`,
        createHostIn(language, () => page),
      );
      document.querySelector<HTMLElement>("[data-action=details]")?.click();
      for (const closed of document.querySelectorAll("details")) closed.open = true;
      for (const width of [panelWidth, "22rem"]) {
        document.body.style.inlineSize = width;
        judge(`${language}: ${name} at ${width}`);
        if (name === "problem" && width === panelWidth) {
          judgeRow(language);
        }
      }
    }
  }
  const result = document.createElement("script");
  result.type = "application/json";
  result.id = "found";
  result.textContent = JSON.stringify({ judged, found: [...found] }).replaceAll("<", "\\u003c");
  document.body.replaceChildren(result);
}

void judgeAll();
