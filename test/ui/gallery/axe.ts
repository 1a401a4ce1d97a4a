// Entry of axe.html, axe-history.html and axe-options.html: every sample of that page, closed and with its details, judged
// by axe-core, the checker that browsers' own accessibility panels are built on. Leaves what it found as JSON in the
// document, for axe.mjs.

import axe from "axe-core";
import { createFakeHost, type Messages } from "../fake-host.js";
import { samples } from "../sample-pages.js";
import { historySamples, moreSamples, optionsSamples } from "./other-pages.js";
import { startHistory } from "../../../src/ui/history/history-page.js";
import { startOptions } from "../../../src/ui/options/options-page.js";
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

function drawAnew(): void {
  document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
}

async function judgePopups(): Promise<void> {
  for (const { name, page, place } of [...samples, ...moreSamples]) {
    drawAnew();
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
}

async function judgeHistory(): Promise<void> {
  for (const { name, history } of historySamples) {
    drawAnew();
    await startHistory(
      document,
      createFakeHost(messages, () => history),
    );
    await judge(`history ${name}`);
    const remove = document.querySelector<HTMLElement>("[data-action=remove-old-entry]");
    if (remove !== null) {
      remove.click();
      await judge(`history ${name}, asked again`);
    }
  }
}

async function judgeOptions(): Promise<void> {
  for (const { name, options, history } of optionsSamples) {
    drawAnew();
    const host = createFakeHost(messages, ({ kind }) => (kind === "options" ? options : history));
    host.homePage = () => undefined;
    await startOptions(document, host);
    await judge(`options ${name}`);
  }
}

async function judgeAll(): Promise<void> {
  const isOf = (name: string): boolean => location.pathname.endsWith(`/axe-${name}.html`);
  await (isOf("history") ? judgeHistory() : isOf("options") ? judgeOptions() : judgePopups());
  const result = document.createElement("script");
  result.type = "application/json";
  result.id = "found";
  result.textContent = JSON.stringify({ judged, found }).replaceAll("<", "\\u003c");
  document.body.replaceChildren(result);
}

void judgeAll();
