// Whether a host is a domain itself, or lies below it: how notes claim servers.

export function isBelow(host: string, domain: string): boolean {
  const name = host.toLowerCase();
  return name === domain || name.endsWith(`.${domain}`);
}
