// Where this page is shown. The manifest opens the same file for every button and says which in the query.

import type { PagePlace } from "../../protocol.js";
import type { Host } from "./host.js";

/** `?place=compose` is the compose window around the page, `message` the tab it lies over; else the toolbar's check. */
export async function placeOf(query: string, host: Pick<Host, "windowId" | "tabId">): Promise<PagePlace> {
  switch (new URLSearchParams(query).get("place")) {
    case "compose":
      return { kind: "compose", windowId: await host.windowId() };
    case "message":
      return { kind: "message", tabId: await host.tabId() };
    default:
      return { kind: "toolbar" };
  }
}
