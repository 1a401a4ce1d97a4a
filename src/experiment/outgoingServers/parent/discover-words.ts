// Published servers in the API's words, and only with ways to sign in that this Thunderbird can use.

import type { PublishedServer } from "../../../engine/model/published-server.js";
import type { SignIn } from "../../../engine/model/server-settings.js";
import { isProvided } from "./oauth-token.js";

/**
 * OAuth2 works only with providers Thunderbird is registered with, for all users or for those of one domain; a server
 * with nothing else is left out.
 */
export function usableServers(
  servers: readonly PublishedServer[],
  domain: string,
): readonly PublishedServer[] {
  return servers.flatMap((server) => {
    // The name counts by its domain alone.
    const known = isProvided(server.host.replaceAll("%EMAILDOMAIN%", domain), `user@${domain}`);
    const signIns = server.signIns.filter((signIn) => signIn !== "oauth2" || known);
    return server.signIns.length > 0 && signIns.length === 0 ? [] : [{ ...server, signIns }];
  });
}

const authMethods: Readonly<Partial<Record<SignIn, messenger.outgoingServers.AuthMethod>>> = {
  none: "none",
  password: "passwordCleartext",
  "encrypted-password": "passwordEncrypted",
  kerberos: "gssapi",
  ntlm: "ntlm",
  oauth2: "oauth2",
};

export function publishedServer(server: PublishedServer): messenger.outgoingServers.PublishedServer {
  const { host, port, security, signIns, userName, ownNetworkOnly } = server;
  return {
    hostname: host,
    port,
    security,
    authMethods: signIns.map((signIn) => authMethods[signIn] ?? "unknown"),
    username: userName,
    ownNetworkOnly,
  };
}
