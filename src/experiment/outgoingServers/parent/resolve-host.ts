// Looks a host name up with Thunderbird's own resolver, off every thread that could wait for another.

/** nsIDNSService.RESOLVE_TYPE_DEFAULT */
const addresses = 0;

export type Resolved =
  | { readonly kind: "record"; readonly record: GeckoDnsRecord }
  | { readonly kind: "unknown-host" }
  /** Offline, no answer, or not a host name at all. */
  | { readonly kind: "no-answer" };

export function resolveHost(host: string): Promise<Resolved> {
  return new Promise((resolve) => {
    const onLookupComplete = (_request: unknown, record: GeckoDnsRecord | null, status: number): void => {
      if (record !== null) {
        resolve({ kind: "record", record });
      } else {
        resolve({ kind: status === Cr["NS_ERROR_UNKNOWN_HOST"] ? "unknown-host" : "no-answer" });
      }
    };
    try {
      Services.dns.asyncResolve(host, addresses, 0, null, { onLookupComplete }, null, {});
    } catch {
      // No host name, or Thunderbird is ending.
      resolve({ kind: "no-answer" });
    }
  });
}
