// The accounts that the page lists: how many, and in which state each is.
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

export interface Listed {
  /** Milliseconds since the epoch. */
  readonly readAt: number;
  readonly page: string;
  /** Name and state, in the order of the page. */
  readonly cases: readonly (readonly [name: string, state: string])[];
}

export function listed(thunderbird: Thunderbird): Promise<Listed | null> {
  return thunderbird.run<Listed | null>(
    `${access}
     const browser = findPage();
     return browser && inPage(browser, \`
       const main = content.document.querySelector("main");
       return main && { readAt: Date.now(), page: main.dataset.state ?? "", cases: [...content.document.querySelectorAll("[data-case]")]
         .map(e => [e.querySelector("h2")?.textContent ?? "", e.dataset.state]) };\`);`,
    thunderbird.addOnId,
  );
}
