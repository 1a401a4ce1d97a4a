// A transport to a host, through the proxy the user has set, with its name looked up beforehand. TCPSocket is not used:
// it leaves the look-up to the socket thread, which waits for the main thread (nsSocketTransport::ResolveHost), while
// its upgradeToSecure makes the main thread wait for the socket thread (TCPSocket::ActivateTLS). Where the two meet,
// Thunderbird stands still for good: measured on 153 with eight connections at once.

import { resolveHost } from "./resolve-host.js";

const transports = Cc["@mozilla.org/network/socket-transport-service;1"]?.getService(
  Ci["nsISocketTransportService"],
) as GeckoTransportService;
const proxies = Cc["@mozilla.org/network/protocol-proxy-service;1"]?.getService(
  Ci["nsIProtocolProxyService"],
) as GeckoProxyService;
const proxyWords = Ci["nsIProtocolProxyService"] as GeckoProxyWords;
const proxyResolvesNames = (Ci["nsIProxyInfo"] as { TRANSPARENT_PROXY_RESOLVES_HOST: number })
  .TRANSPARENT_PROXY_RESOLVES_HOST;

export type Transport =
  | { readonly kind: "transport"; readonly transport: GeckoSocketTransport }
  | { readonly kind: "unknown-host" }
  | { readonly kind: "no-answer" };

/** Connects only when one of its streams is opened. `ssl`: TLS before the first octet; `starttls`: it can be begun later. */
export async function openTransport(
  host: string,
  port: number,
  type: "ssl" | "starttls",
): Promise<Transport> {
  const proxy = await proxyFor(host, port);
  if (proxy !== null && (proxy.flags & proxyResolvesNames) !== 0) {
    return made(() => transports.createTransport([type], host, port, proxy, null));
  }
  // What the transport itself would look up (nsSocketTransport::SocketHost): SOCKS is told an address of the host.
  const isSocks = proxy?.type.startsWith("socks") === true;
  const resolved = await resolveHost(proxy === null || isSocks ? host : proxy.host);
  return resolved.kind === "record"
    ? made(() => transports.createTransport([type], host, port, proxy, resolved.record))
    : resolved;
}

function made(create: () => GeckoSocketTransport): Transport {
  try {
    return { kind: "transport", transport: create() };
  } catch {
    // No such port, or Thunderbird is ending.
    return { kind: "no-answer" };
  }
}

/** As Thunderbird asks for its own connections: SOCKS before others. */
function proxyFor(host: string, port: number): Promise<GeckoProxyInfo | null> {
  return new Promise((resolve) => {
    const onProxyAvailable = (_request: unknown, _uri: unknown, proxy: GeckoProxyInfo | null): void => {
      resolve(proxy === null || proxy.type === "direct" ? null : proxy);
    };
    try {
      const uri = Services.io.newURI(`http://${host.includes(":") ? `[${host}]` : host}:${String(port)}`);
      const flags = proxyWords.RESOLVE_PREFER_SOCKS_PROXY | proxyWords.RESOLVE_ALWAYS_TUNNEL;
      proxies.asyncResolve(uri, flags, { onProxyAvailable });
    } catch {
      // Not a host name: looking it up says so.
      resolve(null);
    }
  });
}
