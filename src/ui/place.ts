// Where this page is shown. The manifest opens the same file for both buttons and says which in the query.

import type { PagePlace } from "../protocol.js";
import type { Host } from "./host.js";

/** `?place=compose` is the compose window around the page; anything else is the toolbar's check of all accounts. */
export async function placeOf(query: string, host: Pick<Host, "windowId">): Promise<PagePlace> {
  return new URLSearchParams(query).get("place") === "compose"
    ? { kind: "compose", windowId: await host.windowId() }
    : { kind: "toolbar" };
}
