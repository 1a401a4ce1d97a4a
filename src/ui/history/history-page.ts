// The history at work: asks for every change, draws it, and turns clicks into requests. Removing asks twice.

import type { History } from "../../protocol.js";
import { createBackgroundClient } from "../kit/background-client.js";
import type { HistoryAction } from "../kit/buttons.js";
import { addDrawings } from "../kit/drawings.js";
import { partOf } from "../kit/elements.js";
import { rememberFocus } from "../kit/focus.js";
import type { Host } from "../kit/host.js";
import { createTexts, translatePage } from "../kit/i18n.js";
import { spokenIn } from "../kit/spoken.js";
import { cardOf, onPressed } from "../kit/pressed.js";
import { renderHistory, sentenceOf } from "./render-history.js";

/** Starts the page; settled when it has been drawn once. */
export async function startHistory(page: Document, host: Host): Promise<void> {
  const texts = createTexts(host);
  const client = createBackgroundClient(host);
  const content = partOf(page, "#content");
  const announcement = partOf(page, "#announcement");
  addDrawings(page);
  translatePage(page, texts, host);
  let last: History | null = null;
  /** The change whose old entry is about to be removed, after the first of two clicks. */
  let confirming: string | null = null;

  function draw(): void {
    const restoreFocus = rememberFocus(page, content);
    const drawn = renderHistory(last, confirming, texts, host.locale);
    spokenIn(drawn);
    content.replaceChildren(drawn);
    restoreFocus();
  }

  async function refresh(): Promise<void> {
    const answer = await client.request("history", null);
    last = answer && { ...answer, outcome: last?.outcome ?? null };
    draw();
  }

  async function act(action: HistoryAction, changeId: string): Promise<void> {
    if (action === "remove-old-entry" || action === "keep-old-entry") {
      confirming = action === "remove-old-entry" ? changeId : null;
      draw();
      const next = confirming === null ? "remove-old-entry" : "keep-old-entry";
      cardOf(content, changeId)?.querySelector<HTMLElement>(`[data-action="${next}"]`)?.focus();
      return;
    }
    confirming = null;
    last = await client.request(action === "undo" ? "undoChange" : "removeOldEntry", { changeId });
    draw();
    if (last?.outcome != null) {
      announcement.textContent = sentenceOf(last.outcome.outcome, texts);
    }
  }

  onPressed(content, async (action, changeId) => act(action as HistoryAction, changeId));
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && confirming !== null) {
      void act("keep-old-entry", confirming);
    }
  });
  client.onPageChanged(() => void refresh());
  await refresh();
}
