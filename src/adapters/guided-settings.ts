// The Settings port, and the user's telling, where nothing built in shows outgoing servers: unreadable until the user
// has told. Kept in the session store, so until Thunderbird ends.

import { incomingTold, outgoingTold } from "../engine/settings-text/match-identities.js";
import type { ToldSettings } from "../engine/model/told-settings.js";
import type { Accounts, Mending, Settings, Store } from "../ports.js";

const key = "told-settings";

export function guidedSettings(
  session: Store,
  accounts: Accounts,
): { readonly settings: Settings; readonly mending: Extract<Mending, { kind: "guided" }> } {
  const told = async (): Promise<ToldSettings> =>
    ((await session.read(key)) as ToldSettings | undefined) ?? [];
  return {
    settings: {
      ofIdentity: async (identityId) => outgoingTold(await told(), identityId, await accounts.identities()),
      incomingOf: async (accountId) => incomingTold(await told(), accountId, await accounts.identities()),
      async openSettings() {
        // Thunderbird lets an add-on open its Settings, where Account Settings is one click away (measured on 153).
        const [settings] = await messenger.spaces.query({ name: "settings" });
        if (settings !== undefined) {
          await messenger.spaces.open(settings.id);
        }
      },
    },
    mending: {
      kind: "guided",
      tell: (settings) => session.write(key, settings),
      forget: () => session.remove(key),
    },
  };
}
