// Thunderbird's own OAuth2 access token for a server, where it can be had without asking the user anything: one in
// memory, or a new one for the saved refresh token. It goes to hosts that the provider's entry covers, and to no other,
// because it is looked up by the host it is for; or, with details of the user's own, to the host of the very entry.

import { entriesFor } from "./mail-services.js";
import { isOAuth2 } from "./vocabulary.js";
import { socketTimer } from "./socket-timer.js";

/** Whether Thunderbird knows a provider whose tokens are for this host; some are for user names of one domain (157). */
export function isProvided(hostname: string, username: string): boolean {
  const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs") as {
    OAuth2Providers: { getHostnameDetails(host: string, type: "smtp", username: string): object | undefined };
  };
  return OAuth2Providers.getHostnameDetails(hostname.toLowerCase(), "smtp", username) !== undefined;
}

/** The same, or Thunderbird has an entry that already tells this host this user's token. */
export function isCovered(hostname: string, username: string): boolean {
  return isProvided(hostname, username) || entryWithToken(hostname, username) !== null;
}

/** Details that the user has set for a server of theirs (157) belong to its entry, and Thunderbird finds them by it. */
export function entryWithToken(hostname: string, username: string): GeckoSmtpServer | null {
  return entriesFor(hostname, username).find(({ authMethod }) => isOAuth2(authMethod)) ?? null;
}

/** The provider's own patience is not ours: an answer that comes later is Thunderbird's to use. */
const patienceMilliseconds = 20_000;

/** Null where Thunderbird would have to open the provider's page, or the provider gives no answer. */
export async function silentToken(hostname: string, username: string): Promise<string | null> {
  const { OAuth2Module } = ChromeUtils.importESModule("resource:///modules/OAuth2Module.sys.mjs") as {
    OAuth2Module: new () => GeckoOAuth2Module;
  };
  const module = new OAuth2Module();
  const entry = entryWithToken(hostname, username);
  const isKnown =
    entry === null
      ? isProvided(hostname, username) && module.initFromHostname(hostname.toLowerCase(), username, "smtp")
      : module.initFromOutgoing(entry);
  if (!isKnown) {
    return null;
  }
  const oauth = module._oauth;
  if (!oauth.refreshToken && (!oauth.accessToken || oauth.tokenExpired)) {
    return null;
  }
  return (await connects(module)) ? oauth.accessToken : null;
}

/** Thunderbird has one object for all who want a token of the same user: who asks meanwhile waits for the same answer. */
const underWay = new WeakMap<GeckoOAuth2, Promise<boolean>>();

async function connects(module: GeckoOAuth2Module): Promise<boolean> {
  const oauth = module._oauth;
  const answer = underWay.get(oauth) ?? connect(module);
  let stop = (): void => undefined;
  const patience = new Promise<boolean>((resolve) => {
    stop = socketTimer.after(patienceMilliseconds, () => {
      // Thunderbird's own wish for a token leaves an older one without an answer: the next asks anew.
      underWay.delete(oauth);
      resolve(false);
    });
  });
  return Promise.race([answer, patience]).finally(stop);
}

async function connect(module: GeckoOAuth2Module): Promise<boolean> {
  const oauth = module._oauth;
  // Without UI Thunderbird asks nothing, but for a refresh token that the provider has revoked: then it opens the page
  // all the same, unless it has done so already (OAuth2.requestAccessToken, "invalid_grant"). Until it has answered,
  // however late: nobody clicked for that page any more.
  oauth._isRetrying = true;
  const answer = new Promise<boolean>((resolve) => {
    const end = (succeeded: boolean) => (): void => {
      resolve(succeeded);
    };
    module.connect(false, { onSuccess: end(true), onFailure: end(false) });
  }).finally(() => {
    underWay.delete(oauth);
    oauth._isRetrying = false;
  });
  underWay.set(oauth, answer);
  return answer;
}
