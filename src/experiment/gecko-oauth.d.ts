// The parts of Thunderbird's OAuth2 that the Experiment uses: by hand.
// Sources: OAuth2Module.sys.mjs, OAuth2.sys.mjs (Thunderbird 153).

interface GeckoOAuth2 {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  /** Also true shortly before it is. */
  readonly tokenExpired: boolean;
  /** The provider's page has been opened once for a revoked refresh token, and is not opened again. */
  _isRetrying: boolean;
}

interface GeckoOAuth2Module {
  readonly _oauth: GeckoOAuth2;
  /** False where no provider is known for the host. Reads the saved refresh token. */
  initFromHostname(hostname: string, username: string, type: "smtp"): boolean;
  /** The same for an entry, whose own details go before the provider's (157). */
  initFromOutgoing(server: GeckoSmtpServer): boolean;
  connect(
    withUI: boolean,
    listener: { onSuccess(saslToken: string): void; onFailure(status: number): void },
  ): void;
}
