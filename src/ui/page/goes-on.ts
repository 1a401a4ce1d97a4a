// From where the user has to work in another window, the page goes on in one of its own: a panel closes at the first click
// there.

import type { CaseView, Page, PagePlace } from "../../protocol.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Host } from "../kit/host.js";

export async function goesOn(
  { cases }: Page,
  place: PagePlace,
  client: BackgroundClient,
  host: Pick<Host, "isPopup" | "close">,
): Promise<boolean> {
  if (!host.isPopup || place.kind !== "compose" || !cases.some(leadsElsewhere)) {
    return false;
  }
  const opened = await client.request("keepOpen", { windowId: place.windowId });
  if (opened.kind === "answer" && opened.value) {
    host.close();
  }
  return opened.kind === "answer" && opened.value;
}

/** Into Thunderbird's settings, to read them or to change them. */
function leadsElsewhere({ asks, mending, state }: CaseView): boolean {
  return (
    mending.kind === "guided" && (asks === "settings" || (state === "problem" && mending.steps.length > 0))
  );
}
