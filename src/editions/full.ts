// The full edition as Thunderbird wakes it: what it listens to. Everything else comes with the first thing to do.

import { askAtFailure } from "../adapters/asked-at-failure.js";
import { awake } from "../adapters/awake.js";
import { answerStoreEdition } from "../adapters/sibling.js";
import { sessionStore } from "../adapters/storage.js";
import { casesKey } from "../app/case/any-case.js";
import { remembered } from "../app/case/remembered.js";
import { doorkeeper } from "../background/doorkeeper.js";
import { listen } from "../background/listen.js";

/** Looked at as the background starts; what is loaded later does not ask again. */
const session = remembered(sessionStore, [casesKey]);
// Kept awake while it is loaded: on a busy machine that takes its time.
const keeper = doorkeeper(
  async () =>
    awake.during(async () => {
      const [{ background }, missing] = await Promise.all([
        import("./full-background.js"),
        messenger.outgoingServers.getMissing(),
      ]);
      return background(missing, session);
    }),
  session,
);

answerStoreEdition();
messenger.outgoingServers.onSendFailed.addListener((failure) => {
  void keeper.failed({ failure, asked: askAtFailure(messenger.outgoingServers, failure.identityId) });
});
messenger.outgoingServers.onSendAlertClosed.addListener(({ windowId }) => {
  void (windowId === null ? undefined : keeper.ended(windowId, false));
});
messenger.outgoingServers.onMessagesReturned.addListener((mails) => {
  void keeper.arrived(mails);
});
messenger.outgoingServers.onReminded.addListener(() => {
  void keeper.reminded();
});
listen(keeper);
