// The Accounts port over the built-in accounts API: mail accounts with at least one identity.

import type { Accounts } from "../ports.js";

export const accounts: Accounts = {
  async identities() {
    const all = await messenger.accounts.list(false);
    return all
      .filter(({ type }) => ["imap", "pop3", "none"].includes(type) || type.startsWith("e"))
      .flatMap((account) =>
        account.identities.map((identity) => ({
          identityId: identity.id ?? "",
          accountId: account.id,
          accountName: account.name,
          address: identity.email ?? "",
        })),
      )
      .filter(({ identityId, address }) => identityId !== "" && address !== "");
  },
};
