// Keeps the keyboard's place while the page is drawn anew.

/**
 * Notes what has the focus; the returned function gives it back, or to a button's successor, else to the title.
 * A field that stays on the page (password-field.ts) stays where the typing was, with its selection.
 */
export function rememberFocus(page: Document, content: HTMLElement): () => void {
  const focused = page.activeElement instanceof HTMLElement ? page.activeElement : null;
  if (focused === null || !content.contains(focused)) {
    return () => undefined;
  }
  const action = focused.dataset["action"];
  const caseId = focused.closest<HTMLElement>("[data-case]")?.dataset["case"];
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
    const around = [...content.querySelectorAll<HTMLElement>("[data-case]")].find(
      (candidate) => candidate.dataset["case"] === caseId,
    );
    const successor = [...(around ?? content).querySelectorAll<HTMLElement>("[data-action]")].find(
      (candidate) => candidate.dataset["action"] === action,
    );
    (successor ?? content.querySelector<HTMLElement>("h1"))?.focus();
  };
}

/**
 * Draws `fresh` in place of what is there. A title that has the focus keeps it, and is not read out again: it is the same
 * element, moved.
 */
export function replaceKeepingTitle(content: HTMLElement, fresh: HTMLElement): void {
  const old = content.querySelector("h1");
  const title = fresh.querySelector("h1");
  const place = title?.parentNode;
  const isFocused = old !== null && old.ownerDocument.activeElement === old;
  if (!isFocused || title === null || place == null || !("moveBefore" in place)) {
    content.replaceChildren(fresh);
    return;
  }
  const before = [...content.childNodes];
  content.append(fresh);
  old.replaceChildren(...title.childNodes);
  const describedBy = title.getAttribute("aria-describedby");
  old.toggleAttribute("aria-describedby", describedBy !== null);
  if (describedBy !== null) {
    old.setAttribute("aria-describedby", describedBy);
  }
  place.moveBefore(old, title);
  title.remove();
  for (const node of before) {
    node.remove();
  }
}
