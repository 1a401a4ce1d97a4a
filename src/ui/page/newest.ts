// What the background said last about this place, as it is drawn. An answer that a newer one has overtaken is not drawn.

import type { Page, PagePlace } from "../../protocol.js";
import type { BackgroundClient } from "../kit/background-client.js";
import { passwordFieldIn } from "../kit/password-field.js";
import { cardOf } from "../kit/pressed.js";
import type { PageScene } from "../kit/scene.js";
import { renderNoAnswer, renderPage } from "./render-page.js";
import type { Screen } from "./screen.js";

export class Newest {
  /** The cases whose details are open, and `everyCase`. */
  readonly opened = new Set<string>();
  /** The case of the last click: its password field gets the focus when the click leads to one. */
  clicked: string | null = null;
  /** Something else is shown in place of it, such as the paste box. */
  isCovered = false;
  #asked = 0;
  #drawn = "";
  #last: Page | null = null;
  readonly #told: Page["notices"][number][] = [];

  constructor(
    public place: PagePlace,
    private readonly client: BackgroundClient,
    private readonly screen: Screen,
    private readonly scene: Pick<PageScene, "texts" | "hasHomePage">,
    /** Whether the page goes on elsewhere, and is not drawn here any more. */
    private readonly goesOn: (page: Page, place: PagePlace) => Promise<boolean>,
  ) {}

  async ask(): Promise<Page | null> {
    return this.client.request("page", { place: this.place });
  }

  /** `asked`: what has been asked for already. */
  async refresh(asked = this.ask()): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const answer = await asked;
    // Each is given out once, also by an answer that a newer one has overtaken; here it stays as long as the page does.
    this.#told.push(...(answer?.notices ?? []));
    if (mine === this.#asked) {
      this.#last = answer;
    }
    if (mine === this.#asked || this.#last !== null) {
      this.#last &&= { ...this.#last, notices: [...this.#told] };
      if (this.#last === null || !(await this.goesOn(this.#last, this.place))) {
        this.draw();
      }
    }
  }

  draw(): void {
    const shown = JSON.stringify([this.#last, [...this.opened]]);
    if (shown === this.#drawn || this.isCovered) {
      return;
    }
    this.#drawn = shown;
    const hadField = this.#passwordField() !== null;
    const scene = { ...this.scene, opened: this.opened };
    const drawing = this.#last === null ? renderNoAnswer(scene) : renderPage(this.#last, this.place, scene);
    this.screen.show(drawing, this.#last?.state ?? "failed");
    if (!hadField) {
      this.#passwordField()?.focus();
    }
  }

  /** What is drawn is no longer on the screen. */
  cover(): void {
    this.isCovered = true;
    this.#drawn = "";
  }

  #passwordField(): HTMLInputElement | null {
    return this.clicked === null ? null : passwordFieldIn(cardOf(this.screen.content, this.clicked));
  }
}
