// Entry of axe.html: every sample page, closed and with its details, judged by axe-core, the checker that browsers' own
// accessibility panels are built on. Leaves what it found as JSON in the document, for axe.mjs.

import axe from "axe-core";
import { createFakeHost, type Messages } from "../fake-host.js";
import { samples } from "../sample-pages.js";
import { startPage } from "../../../src/ui/page/page.js";
import english from "../../../_locales/en/messages.json" with { type: "json" };

const messages: Messages = english;
const body = document.body.innerHTML;
const found: string[] = [];
let judged = 0;

async function judge(name: string): Promise<void> {
  const { violations } = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    // The page is a panel or a small window, not a document with landmarks of its own.
    // Gecko lets the keyboard into every region that scrolls by itself; Chromium, where this runs, does not.
    rules: { region: { enabled: false }, "scrollable-region-focusable": { enabled: false } },
  });
  judged += 1;
  for (const { id, nodes } of violations) {
    for (const { html, failureSummary } of nodes) {
      found.push(`${name}: ${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`);
    }
  }
}

async function judgeAll(): Promise<void> {
  for (const { name, page, place } of samples) {
    document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
    const host = createFakeHost(messages, () => page);
    host.homePage = () => undefined;
    await startPage(document, `?place=${place}`, host);
    await judge(name);
    const details = document.querySelector<HTMLElement>("[data-action=details]");
    if (details !== null) {
      details.click();
      await judge(`${name}, details`);
    }
  }
  const result = document.createElement("script");
  result.type = "application/json";
  result.id = "found";
  result.textContent = JSON.stringify({ judged, found }).replaceAll("<", "\\u003c");
  document.body.replaceChildren(result);
}

void judgeAll();
