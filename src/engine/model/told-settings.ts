// What the user has told of Thunderbird's settings, where nothing built in tells. Parsed and bounded: this, and nothing
// else of what was pasted, is kept, until Thunderbird ends.

import type { ServerSettings } from "./server-settings.js";

/** One server as it was told: no user name, no saved password, no entry's own name. */
export type ShownServer = Omit<ServerSettings, "userName">;

export interface ShownAccount {
  /** Thunderbird's key, such as "account1". */
  readonly accountId: string;
  readonly incoming: (ShownServer & { readonly type: string }) | null;
  /** In the order of the account's identities, those without an outgoing server left out. */
  readonly outgoing: readonly (ShownServer & {
    /** The identity's address, where account names were included; else null. */
    readonly address: string | null;
  })[];
}

export type ToldSettings = readonly ShownAccount[];

/** The settings of an outgoing server, as the user tells them. */
export type ToldServer =
  /** Thunderbird's Troubleshooting Information. */
  { readonly kind: "pasted"; readonly text: string } | ({ readonly kind: "answered" } & ShownServer);
