// The pages of Thunderbird's lists of messages. Calls are written out, because the store's review tool sees no others.

import type { ListApi } from "./message-list.js";

export const messageLists: ListApi<messenger.messages.MessageHeader> = {
  continueList: (id) => messenger.messages.continueList(id),
  abortList: (id) => messenger.messages.abortList(id),
};
