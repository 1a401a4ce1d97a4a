// Hosts that a domain's settings, published over HTTPS by the domain or the ISP database, have named in this session.
// Written by discovery alone; the credential rules read it.

const published = new Map<string, Set<string>>();
const maximumDomains = 100;

export function rememberPublished(domain: string, hosts: readonly string[]): void {
  const known = published.get(domain.toLowerCase()) ?? new Set();
  for (const host of hosts) {
    known.add(host.toLowerCase());
  }
  if (published.size < maximumDomains || published.has(domain.toLowerCase())) {
    published.set(domain.toLowerCase(), known);
  }
}

export function isPublishedFor(domain: string, host: string): boolean {
  return published.get(domain.toLowerCase())?.has(host.toLowerCase()) ?? false;
}
