// What a user is asked, and agrees to: that the password of this user goes to this host.

export interface Agreement {
  readonly host: string;
  /** The user name of the log-in whose password it is. */
  readonly passwordOf: string;
}
