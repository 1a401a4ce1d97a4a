// Wakes the background, has it load what a page needs, and asks for the page, while the page's own script is still being read.
// Not for the toolbar's: that it has begun to check every account is on the screen before it begins.

import type { Envelope, Waking } from "../../protocol.js";
import { askedEarly } from "./asked-early.js";
import { isPageChanged } from "./background-client.js";
import { handOver } from "./early-page.js";
import { placeOf } from "./place.js";

const waking: Waking = { kind: "waking", request: null };
// Where nobody hears it, the page's first request will be told.
messenger.runtime.sendMessage(waking).catch(() => undefined);

const { search } = location;
if (/[?&]place=(?:compose|message)\b/.test(search)) {
  const drafts = askedEarly.readDrafts();
  const place = placeOf(search, askedEarly);
  const answer = place.then((shown): Promise<unknown> => {
    const envelope: Envelope = { kind: "page", request: { place: shown } };
    return messenger.runtime.sendMessage(envelope);
  });
  let changed = false;
  messenger.runtime.onMessage.addListener((message: unknown) => {
    changed ||= isPageChanged(message);
  });
  handOver({ place, drafts, answer, hasChanged: () => changed });
}
