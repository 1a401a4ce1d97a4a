// Whether a name has no address. Asked only after a connection failed, so that it costs nothing when all is well,
// and not behind a SOCKS proxy, which may know names that this machine does not (and should not be asked for).

const dns = Cc["@mozilla.org/network/dns-service;1"]?.getService(Ci["nsIDNSService"]) as GeckoDnsService;

/** nsIDNSService.RESOLVE_TYPE_DEFAULT */
const addresses = 0;
/** Preference "network.proxy.type": configured by hand. */
const manualProxy = 1;

export async function isUnknownHost(host: string): Promise<boolean> {
  const byHand = Services.prefs.getIntPref("network.proxy.type", 0) === manualProxy;
  if (byHand && Services.prefs.getCharPref("network.proxy.socks", "") !== "") {
    return false;
  }
  return new Promise((resolve) => {
    const onLookupComplete = (_request: unknown, _record: unknown, status: number): void => {
      resolve(status === Cr["NS_ERROR_UNKNOWN_HOST"]);
    };
    try {
      dns.asyncResolve(host, addresses, 0, null, { onLookupComplete }, null, {});
    } catch {
      // Offline, or not a host name at all.
      resolve(false);
    }
  });
}
