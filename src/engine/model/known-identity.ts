// An address the user can send from, and the account it belongs to, as the built-in accounts API lists them.

export interface KnownIdentity {
  readonly identityId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly address: string;
}
