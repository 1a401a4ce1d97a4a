// Keeps the keyboard's place while the page is drawn anew.

import { cardOf, caseOf } from "./pressed.js";

/**
 * Notes what has the focus; the returned function gives it back, or to a button's successor, else to the title.
 * A field that stays on the page (asked-fields.ts) stays where the typing was, with its selection.
 */
export function rememberFocus(page: Document, content: HTMLElement): () => void {
  const focused = page.activeElement instanceof HTMLElement ? page.activeElement : null;
  if (focused === null || !content.contains(focused)) {
    return () => undefined;
  }
  const action = focused.dataset["action"];
  const caseId = caseOf(focused);
  const selection =
    focused instanceof HTMLInputElement
      ? ([focused.selectionStart, focused.selectionEnd, focused.selectionDirection ?? undefined] as const)
      : null;
  return () => {
    if (content.contains(focused)) {
      focused.focus();
      if (selection !== null) {
        (focused as HTMLInputElement).setSelectionRange(...selection);
      }
      return;
    }
    const around = cardOf(content, caseId) ?? content;
    const successor = [...around.querySelectorAll<HTMLElement>("[data-action]")].find(
      (candidate) => candidate.dataset["action"] === action,
    );
    (successor ?? content.querySelector<HTMLElement>("h1"))?.focus();
  };
}

/**
 * Draws `fresh` in place of what is there. A title that has the focus stays where it is, with what it lies in, and the rest
 * is changed around it: taken out for a moment, even by `moveBefore`, it would be told to a screen reader as a new focus.
 * Answers whether it stayed.
 */
export function replaceKeepingTitle(content: HTMLElement, fresh: HTMLElement): boolean {
  const old = content.querySelector("h1");
  const title = fresh.querySelector("h1");
  const kept = old !== null && content.ownerDocument.activeElement === old ? pathTo(old, content) : [];
  const drawn = title === null ? [] : pathTo(title, fresh.parentElement);
  if (kept.length === 0 || names(kept) !== names(drawn)) {
    content.replaceChildren(fresh);
    return false;
  }
  for (const [depth, place] of kept.entries()) {
    becomeLike(place, drawn[depth] ?? place, kept[depth + 1] ?? null, drawn[depth + 1] ?? null);
  }
  return true;
}

/** The elements below `top` that `inner` lies in, and itself. */
function pathTo(inner: HTMLElement, top: HTMLElement | null): readonly HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let place: HTMLElement | null = inner; place !== null && place !== top; place = place.parentElement) {
    path.unshift(place);
  }
  return path;
}

function names(path: readonly HTMLElement[]): string {
  return path.map(({ localName }) => localName).join(" ");
}

/** `kept`, a child of `place`, stays; everything around it is what lies around `drawn` in `fresh`. */
function becomeLike(
  place: HTMLElement,
  fresh: HTMLElement,
  kept: HTMLElement | null,
  drawn: HTMLElement | null,
): void {
  for (const { name } of [...place.attributes].filter((attribute) => !fresh.hasAttribute(attribute.name))) {
    place.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    place.setAttribute(name, value);
  }
  if (kept === null || drawn === null) {
    place.replaceChildren(...fresh.childNodes);
    return;
  }
  const parts = [...fresh.childNodes];
  const at = parts.indexOf(drawn);
  for (const part of [...place.childNodes].filter((one) => one !== kept)) {
    part.remove();
  }
  kept.before(...parts.slice(0, at));
  kept.after(...parts.slice(at + 1));
}
