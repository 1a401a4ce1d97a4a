// The places of popup.html: where a drawing goes without losing what is typed and where the focus is, and what a screen
// reader is told.

import type { Page } from "../../protocol.js";
import { keepAsked } from "../kit/asked-fields.js";
import type { Drafts } from "../kit/drafts.js";
import { rememberFocus } from "../kit/focus.js";
import { keepFields } from "../kit/password-field.js";
import { busyStates } from "../kit/states.js";
import type { Drawing } from "./render-page.js";

export class Screen {
  readonly content: HTMLElement;
  readonly #main: HTMLElement;
  readonly #announcement: HTMLElement;

  constructor(
    private readonly page: Document,
    private readonly drafts: Drafts,
  ) {
    this.content = only(page, "#content");
    drafts.keepIn(this.content);
    this.#main = only(page, "main");
    this.#announcement = only(page, "#announcement");
  }

  show(drawing: Drawing, state: Page["state"]): void {
    const restoreFocus = rememberFocus(this.page, this.content);
    this.#main.dataset["state"] = state;
    this.#main.setAttribute("aria-busy", String(busyStates.has(state)));
    keepFields(this.content, drawing.content);
    keepAsked(this.content, drawing.content);
    this.content.replaceChildren(drawing.content);
    this.drafts.fill(this.content);
    this.announce(drawing.announcement);
    restoreFocus();
  }

  announce(sentence: string): void {
    if (this.#announcement.textContent !== sentence) {
      this.#announcement.textContent = sentence;
    }
  }

  /** What was typed there has been handed over. */
  forgetDrafts(around: HTMLElement | null): void {
    this.drafts.forget(around);
  }

  focusTitle(): void {
    this.content.querySelector<HTMLElement>("h1")?.focus();
  }
}

function only(page: Document, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`popup.html has no ${selector}`);
  }
  return found;
}
