// What every drawing function is given besides the thing it draws.

import type { Texts } from "./i18n.js";

export interface Scene {
  readonly texts: Texts;
  /** Cases whose details the user has opened: kept, because the page is drawn anew at every change. */
  readonly opened: ReadonlySet<string>;
  /** `full`: the failed send of one window. `listed`: one of several accounts. */
  readonly manner: "full" | "listed";
  /** The page's own title, over the only case that it lists. */
  readonly titled?: string;
}

/** The same for the page as a whole. `hasHomePage`: our page on the internet can be opened. */
export type PageScene = Omit<Scene, "manner" | "titled"> & { readonly hasHomePage: boolean };
