// The places of popup.html: where a drawing goes without losing what is typed and where the focus is, and what a screen
// reader is told.

import type { Page } from "../../protocol.js";
import { keepFields } from "../kit/asked-fields.js";
import type { Drafts } from "../kit/drafts.js";
import { partOf } from "../kit/elements.js";
import { rememberFocus, replaceKeepingTitle } from "../kit/focus.js";
import { spokenIn, whatIsNew, type Said } from "../kit/spoken.js";
import { busyStates } from "../kit/states.js";

export class Screen {
  readonly content: HTMLElement;
  readonly #main: HTMLElement;
  readonly #announcement: HTMLElement;
  #said: Said | null = null;

  constructor(
    private readonly page: Document,
    readonly drafts: Drafts,
  ) {
    this.content = partOf(page, "#content");
    drafts.keepIn(this.content);
    this.#main = partOf(page, "main");
    this.#announcement = partOf(page, "#announcement");
  }

  show(drawing: HTMLElement, state: Page["state"]): void {
    const restoreFocus = rememberFocus(this.page, this.content);
    this.#main.dataset["state"] = state;
    this.#main.setAttribute("aria-busy", String(busyStates.has(state)));
    keepFields(this.content, drawing);
    const said = spokenIn(drawing);
    const before = this.#said;
    this.#said = said;
    const hasStayed = replaceKeepingTitle(this.content, drawing);
    this.drafts.fill(this.content);
    restoreFocus();
    // When it is settled where the focus goes: a fresh title that has it is read out by itself, and so is the first.
    queueMicrotask(() => {
      const isRead = before === null || (this.page.activeElement?.localName === "h1" && !hasStayed);
      const news = isRead ? "" : whatIsNew(before, said);
      // Drawn again with nothing new, what was told a moment ago stands: it may not have been read out yet.
      if (isRead || news !== "") {
        this.announce(news);
      }
    });
  }

  announce(sentence: string): void {
    this.#announcement.textContent = sentence;
  }

  focusTitle(): void {
    this.content.querySelector<HTMLElement>("h1")?.focus();
  }
}
