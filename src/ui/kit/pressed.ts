// One listener for every button of a page: what was pressed, and in which case (or change).

export function onPressed(
  content: HTMLElement,
  act: (action: string, caseId: string, pressed: HTMLElement) => Promise<void>,
): void {
  content.addEventListener("click", (event) => {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-action]") : null;
    if (pressed === null || pressed.getAttribute("aria-disabled") === "true") {
      return;
    }
    // One click, one request: the button stays where it is (and keeps the focus) until the page is drawn anew.
    pressed.setAttribute("aria-disabled", "true");
    void act(pressed.dataset["action"] ?? "", caseOf(pressed), pressed).finally(() => {
      pressed.removeAttribute("aria-disabled");
    });
  });
}

/** The case in whose card it stands; "" outside of all. */
export function caseOf(inside: HTMLElement): string {
  return inside.closest<HTMLElement>("[data-case]")?.dataset["case"] ?? "";
}

export function cardOf(content: HTMLElement, caseId: string): HTMLElement | null {
  const cards = content.querySelectorAll<HTMLElement>("[data-case]");
  return [...cards].find((card) => card.dataset["case"] === caseId) ?? null;
}
