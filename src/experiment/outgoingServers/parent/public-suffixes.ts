// The public suffix list where the passwords live: Thunderbird's own (nsIEffectiveTLDService).

export function registrable(host: string): string | null {
  try {
    return Services.eTLD.getBaseDomainFromHost(host);
  } catch {
    // A suffix itself, an address, a name of one label.
    return null;
  }
}
