// Servers published for a domain, by Thunderbird's own look-ups (FetchConfig) and their reader (readFromXML). Whom they
// ask, and whether over HTTPS alone, Thunderbird's preferences for its account set-up say. The address stays here.

import { rememberPublished } from "./published-hosts.sys.mjs";
import { authMethodOf, securityOf } from "./vocabulary.sys.mjs";

const lazy = {};
ChromeUtils.defineESModuleGetters(lazy, {
  AccountCreationUtils: "resource:///modules/accountcreation/AccountCreationUtils.sys.mjs",
  FetchConfig: "resource:///modules/accountcreation/FetchConfig.sys.mjs",
});

const sources = {
  disk: (domain, signal) => lazy.FetchConfig.fromDisk(domain, signal),
  isp: (domain, signal) => lazy.FetchConfig.fromISP(domain, "", signal),
  database: (domain, signal) => lazy.FetchConfig.fromDB(domain, signal),
  mx: (domain, signal) => lazy.FetchConfig.forMX(domain, "", signal),
};

const patienceMilliseconds = 10_000;

/** Never rejects. A source that nothing was found at, or that was silent, throws in one way: `none` stands for both. */
export async function discover(domain, source) {
  try {
    const signal = lazy.AccountCreationUtils.abortSignalTimeout(patienceMilliseconds);
    const config = await sources[source](domain, signal);
    const servers = [config.outgoing, ...config.outgoingAlternatives].map(published);
    const vouched = source === "disk" || (source === "database" && isDatabaseSecure());
    if (vouched) {
      rememberPublished(
        domain,
        servers.map(({ hostname }) => hostname),
      );
    }
    return { result: "found", vouched, servers };
  } catch {
    return { result: "none", vouched: false, servers: [] };
  }
}

function isDatabaseSecure() {
  return Services.prefs.getCharPref("mailnews.auto_config_url", "").startsWith("https://");
}

function published({ hostname, port, socketType, auth, username }) {
  return {
    hostname,
    port,
    security: securityOf(socketType),
    authMethod: authMethodOf(auth),
    username: username || null,
  };
}
