// The log-ins saved for an origin, searched once for all who ask in the same half second: sixty accounts at one host would
// have sixty passwords decrypted sixty times, and as often again for those that receive. Whatever is saved, changed or
// removed meanwhile, by whomever, ends it. For reading alone: who is about to write looks anew (saved-passwords.ts).

import { socketTimer } from "./socket-timer.js";

const keptMilliseconds = 500;
/** Told by Thunderbird's store at once (LoginHelper.sys.mjs). */
const changed = "passwordmgr-storage-changed";

type Found = Promise<readonly GeckoLogin[]>;
let known: Map<string, Found> | null = null;

export async function logInRead(origin: string, username: string): Promise<GeckoLogin | null> {
  const searches = (known ??= remembered());
  const found = searches.get(origin) ?? Services.logins.searchLoginsAsync({ origin, httpRealm: origin });
  searches.set(origin, found);
  return (await found).find((login) => login.username === username) ?? null;
}

function remembered(): Map<string, Found> {
  const searches = new Map<string, Found>();
  const forget = { observe };
  const stop = socketTimer.after(keptMilliseconds, observe);
  Services.obs.addObserver(forget, changed);
  return searches;

  function observe(): void {
    stop();
    Services.obs.removeObserver(forget, changed);
    if (known === searches) {
      known = null;
    }
  }
}
