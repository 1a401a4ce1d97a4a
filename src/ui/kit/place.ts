// Where this page is shown. The manifest opens the same file for every button and says which in the query.

import type { PagePlace } from "../../protocol.js";
import type { Host } from "./host.js";

/**
 * `?place=compose` is the compose window around the page, or the one that `of` names where the page has a window of its
 * own; `message` the tab it lies over; else the toolbar's check.
 */
export async function placeOf(query: string, host: Pick<Host, "windowId" | "tabId">): Promise<PagePlace> {
  const said = new URLSearchParams(query);
  switch (said.get("place")) {
    case "compose": {
      const of = Number(said.get("of"));
      return { kind: "compose", windowId: of > 0 ? of : await host.windowId() };
    }
    case "message":
      return { kind: "message", tabId: await host.tabId() };
    case "welcome":
      return { kind: "welcome" };
    default:
      return { kind: "toolbar" };
  }
}
