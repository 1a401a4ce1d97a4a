// The one place that imports webextension-polyfill: the namespaces every browser has. Thunderbird's own
// (`compose`, `accounts`, `outgoingServers`) are called as `messenger.…` in the adapters. The built files hold the
// program's own API instead (src/build/native-api.mjs).

import browser from "webextension-polyfill";

export { browser };
