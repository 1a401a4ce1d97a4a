// The page at work: asks for what to show, draws it, and turns clicks and keys into requests.

import type { Page } from "../../protocol.js";
import { answered, createBackgroundClient } from "../kit/background-client.js";
import type { Action } from "../kit/buttons.js";
import { Drafts } from "../kit/drafts.js";
import { addDrawings } from "../kit/drawings.js";
import type { Host } from "../kit/host.js";
import { createTexts, translatePage } from "../kit/i18n.js";
import { placeOf } from "../kit/place.js";
import { caseOf, onPressed } from "../kit/pressed.js";
import { act } from "./actions.js";
import { goingOn } from "./goes-on.js";
import { Newest } from "./newest.js";
import { Screen } from "./screen.js";

/** Starts the page; settled when it has been drawn once. */
export async function startPage(page: Document, query: string, host: Host): Promise<void> {
  const texts = createTexts(host);
  const client = createBackgroundClient(host);
  // First of all: for the rest Thunderbird's own process is asked, which may be busy.
  addDrawings(page);
  translatePage(page, texts, host);
  // Together: the page is waited for.
  const { earlyPage } = host;
  // Rejected where it was asked for too early, if ever; asked now, what is wrong is told.
  const known = earlyPage?.place.catch(() => placeOf(query, host)) ?? placeOf(query, host);
  const [drafts, place] = await Promise.all([host.readDrafts(), known]);
  const screen = new Screen(page, new Drafts(host, drafts));
  const scene = { texts, hasHomePage: host.homePage !== null };
  const newest = new Newest(place, client, screen, scene, goingOn(client, host));

  onPressed(screen.content, async (action, caseId, pressed) => {
    newest.clicked = caseId;
    await act({ client, host, texts, screen, newest }, action as Action, caseId, pressed);
  });
  screen.content.addEventListener("change", ({ target }) => {
    const step = target instanceof HTMLInputElement ? target.dataset["step"] : undefined;
    if (target instanceof HTMLInputElement && step !== undefined) {
      void client.request("tickStep", { caseId: caseOf(target), step: Number(step), done: target.checked });
    }
  });
  screen.content.addEventListener("paste", ({ target }) => {
    if (target instanceof HTMLElement && target.dataset["input"] === "troubleshooting-information") {
      // Once it is in the field: a text with mail servers in it needs no further click.
      setTimeout(() => {
        target.closest(".asked-for")?.querySelector<HTMLElement>('[data-action="tell-settings"]')?.click();
      });
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      host.close();
    }
    if (event.key === "Enter" && !event.isComposing && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const card = event.target.closest<HTMLElement>("[data-case]");
      card?.querySelector<HTMLElement>('[data-action="fix-and-send"], [data-action="fix"]')?.click();
    }
  });
  client.onPageChanged(() => void newest.refresh());

  if (place.kind === "toolbar") {
    // The check of every account keeps this process and Thunderbird's busy: that it has begun is on the screen before.
    await host.painted();
  }
  // Where nobody heard the early request, the background was still being started.
  const early = earlyPage && answered<Page>(earlyPage.answer).then((heard) => heard ?? newest.ask());
  await newest.refresh(early ?? undefined);
  // The title, not the first button: a popup that opens by itself under a finger still on Enter must not change anything.
  screen.focusTitle();
  if (earlyPage?.hasChanged() === true) {
    // Before this page could hear of it, or since.
    await newest.refresh();
  }
}
