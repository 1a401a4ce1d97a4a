// The fields of what only the user knows (render-asked.ts, render-password.ts): kept while the page is drawn anew, and read
// at a click.

/** The block around a field, named by what is asked for and the case. */
const blocks = "[data-asked-for]";

/**
 * Puts the fields of the old drawing in the place of the fresh ones, with what is being typed. Only where the same is asked
 * for: a password meant for one server must not end up at another.
 */
export function keepFields(old: HTMLElement, fresh: HTMLElement): void {
  const typed = [...old.querySelectorAll<HTMLElement>(blocks)];
  for (const block of fresh.querySelectorAll<HTMLElement>(blocks)) {
    const kept = typed.find((candidate) => candidate.dataset["askedFor"] === block.dataset["askedFor"]);
    if (kept !== undefined) {
      block.replaceWith(kept);
    }
  }
}

export function typedIn(around: HTMLElement | null, input: string): string {
  return around?.querySelector<HTMLTextAreaElement>(`textarea[data-input="${input}"]`)?.value ?? "";
}

/** Says beside the field why nothing could be made of it, and puts the keyboard there. */
export function complainBeside(pressed: HTMLElement, sentence: string): void {
  const box = pressed.closest<HTMLElement>(".questions, .asked-for");
  box?.querySelector<HTMLElement>(".field-error")?.replaceChildren(sentence);
  const field = box?.querySelector<HTMLElement>("textarea, input");
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}
