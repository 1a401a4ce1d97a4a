// The fields of what only the user knows (render-asked.ts, render-password.ts): made with their labels, kept while the page
// is drawn anew, and read at a click.

import { element, type Child } from "./elements.js";

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

/** `kind`: the class it is laid out by. */
export function withLabel(
  kind: "asked" | "question",
  label: string,
  field: HTMLElement,
  ...below: readonly Child[]
): HTMLElement {
  return element("div", { class: kind }, element("label", { for: field.id }, label), field, ...below);
}

/** For a text that the user has from elsewhere; with a hint and an error beside it, by their ids. */
export function textBox(
  id: string,
  input: string,
  size: Readonly<Record<"rows" | "maxlength", string>> & { readonly required?: boolean },
): HTMLTextAreaElement {
  return element("textarea", {
    id,
    "data-input": input,
    ...size,
    dir: "auto",
    spellcheck: "false",
    autocomplete: "off",
    "aria-describedby": `${id}-hint ${id}-error`,
  });
}

export function choice(
  id: string,
  input: string,
  options: readonly (readonly [value: string, name: string])[],
): HTMLSelectElement {
  return element(
    "select",
    { id, "data-input": input },
    ...options.map(([value, name]) => element("option", { value }, name)),
  );
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
