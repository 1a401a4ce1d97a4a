// What is half typed into a field survives the page that closes at the first click elsewhere. Fields of `data-input` alone:
// never a password.

import type { Host } from "./host.js";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** Characters: what somebody types, or one alert. What is longer was pasted in one go, may be a mail, and stays in the page alone. */
const longestDraft = 1_000;
const fields = ":is(input, textarea, select)[data-input][id]";

export class Drafts {
  readonly #texts: Map<string, string>;

  constructor(
    private readonly host: Pick<Host, "writeDrafts">,
    kept: Readonly<Record<string, string>>,
  ) {
    this.#texts = new Map(Object.entries(kept));
  }

  /** Notes what is typed from now on. */
  keepIn(content: HTMLElement): void {
    content.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLElement && target.matches(fields)) {
        this.#texts.set(target.id, (target as Field).value);
        this.#write();
      }
    });
  }

  fill(content: HTMLElement): void {
    for (const field of content.querySelectorAll<Field>(fields)) {
      const text = this.#texts.get(field.id);
      if (text !== undefined && field.value !== text) {
        field.value = text;
      }
    }
  }

  /** What was handed over is no draft any more. */
  forget(around: HTMLElement | null): void {
    for (const { id } of around?.querySelectorAll<Field>(fields) ?? []) {
      this.#texts.delete(id);
    }
    this.#write();
  }

  #write(): void {
    const typed = [...this.#texts].filter(([, text]) => text.length <= longestDraft);
    void this.host.writeDrafts(Object.fromEntries(typed));
  }
}
