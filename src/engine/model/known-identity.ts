// An address the user can send from, and the account it belongs to.

/** One identity with its account, as the built-in accounts API lists them. */
export interface KnownIdentity {
  readonly identityId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly address: string;
}
