// The store edition as Thunderbird wakes it: what it listens to. Everything else comes with the first thing to do.

import { hearOfArrivals } from "../adapters/arrivals.js";
import { awake } from "../adapters/awake.js";
import { browser } from "../adapters/browser.js";
import { watchWhileComposing } from "../adapters/return-of-focus.js";
import { sessionStore } from "../adapters/storage.js";
import { casesKey } from "../app/case/any-case.js";
import { remembered } from "../app/case/remembered.js";
import { isUnsent, unsentMessageIn } from "../adapters/unsent-message.js";
import { doorkeeper } from "../background/doorkeeper.js";
import { listen } from "../background/listen.js";

const focus = watchWhileComposing();
/** Looked at as the background starts; what is loaded later does not ask again. */
const session = remembered(sessionStore, [casesKey]);
// Kept awake while it is loaded: no API is called until then, and on a busy machine that takes its time.
const keeper = doorkeeper(
  async () =>
    awake.during(async () => {
      await focus.told();
      return (await import("./store-background.js")).background(session);
    }),
  session,
);

messenger.compose.onAfterSend.addListener((tab, ended) => {
  if (isUnsent(ended)) {
    // At once: the focus tells only in the next moments.
    void keeper.failed(unsentMessageIn(tab, focus.mayBeCancelled));
  }
});
hearOfArrivals((mails) => keeper.arrived(mails));
// For looking up settings; the full edition asks for no permission.
browser.permissions.onAdded.addListener(() => {
  void keeper.permissionGiven();
});
listen(keeper);
