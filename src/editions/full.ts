// The full edition as Thunderbird wakes it: what it listens to. Everything else comes with the first thing to do.

import { awake } from "../adapters/awake.js";
import { answerStoreEdition } from "../adapters/sibling.js";
import { sessionStore } from "../adapters/storage.js";
import { doorkeeper } from "../background/doorkeeper.js";
import { listen } from "../background/listen.js";

// Kept awake while it is loaded: on a busy machine that takes its time.
const keeper = doorkeeper(
  async () =>
    awake.during(async () => {
      const [{ background }, missing] = await Promise.all([
        import("./full-background.js"),
        messenger.outgoingServers.getMissing(),
      ]);
      return background(missing);
    }),
  sessionStore,
);

answerStoreEdition();
messenger.outgoingServers.onSendFailed.addListener((failure) => {
  void keeper.failed(failure);
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
