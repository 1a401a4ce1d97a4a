// Keeps the keyboard's place while the page is drawn anew.

/** Notes which button has the focus; the returned function gives it to its successor, else to the title. */
export function rememberFocus(page: Document, content: HTMLElement): () => void {
  const focused = page.activeElement instanceof HTMLElement ? page.activeElement : null;
  if (focused === null || !content.contains(focused)) {
    return () => undefined;
  }
  const action = focused.dataset["action"];
  const caseId = focused.closest<HTMLElement>("[data-case]")?.dataset["case"];
  return () => {
    const around = [...content.querySelectorAll<HTMLElement>("[data-case]")].find(
      (candidate) => candidate.dataset["case"] === caseId,
    );
    const successor = [...(around ?? content).querySelectorAll<HTMLElement>("[data-action]")].find(
      (candidate) => candidate.dataset["action"] === action,
    );
    (successor ?? content.querySelector<HTMLElement>("h1"))?.focus();
  };
}
