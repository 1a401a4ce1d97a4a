// An outgoing server as somebody published it (autoconfig, SRV, policy): not yet the user's, since host and user name
// may be patterns. discovery/published-server.ts fills them in.

import type { Security, SignIn } from "./server-settings.js";

export interface PublishedServer {
  /** Lower case, unless it holds a placeholder such as %EMAILDOMAIN%. */
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** In the publisher's order of preference; empty where it does not say (SRV records). */
  readonly signIns: readonly SignIn[];
  /** With placeholders; null where it does not say. */
  readonly userName: string | null;
  /** Works only from the provider's own network (`<restriction>client-IP-address`). */
  readonly ownNetworkOnly: boolean;
}
