// From where the user has to work in another window, the page goes on in one of its own: a panel closes at the first click
// there.

import type { CaseView, Page, PagePlace } from "../../protocol.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Host } from "../kit/host.js";

/** Whether a page goes on elsewhere; a second drawing that comes while the window opens does not open another. */
export function goingOn(
  client: BackgroundClient,
  host: Pick<Host, "isPopup" | "close">,
): (page: Page, place: PagePlace) => Promise<boolean> {
  let opening: Promise<boolean> | null = null;
  return async ({ cases }, place) => {
    if (!host.isPopup || place.kind !== "compose" || !cases.some(leadsElsewhere)) {
      return false;
    }
    opening ??= open(place.windowId, client, host).finally(() => {
      opening = null;
    });
    return opening;
  };
}

async function open(windowId: number, client: BackgroundClient, host: Pick<Host, "close">): Promise<boolean> {
  const opened = (await client.request("keepOpen", { windowId })) === true;
  if (opened) {
    host.close();
  }
  return opened;
}

/** Into Thunderbird's settings, to read them or to change them. */
function leadsElsewhere({ asks, mending, state }: CaseView): boolean {
  return (
    mending.kind === "guided" && (asks === "settings" || (state === "problem" && mending.steps.length > 0))
  );
}
