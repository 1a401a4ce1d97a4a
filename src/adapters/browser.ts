// The one place that imports webextension-polyfill: the namespaces every browser has. Thunderbird's own
// (`compose`, `accounts`, `outgoingServers`) are called as `messenger.…` in the adapters.

import browser from "webextension-polyfill";

export { browser };
