// Hosts that the administrator names for a domain: read here from Thunderbird's policy engine (policies.json, the
// registry, a profile of macOS), never taken from the caller. A managed-storage file that a user can write for himself
// is not asked.

import { policyServers } from "../../../engine/discovery/policy.js";

export function isNamedByPolicy(extensionId: string, domain: string, host: string): boolean {
  const given = Services.policies?.getExtensionPolicy(extensionId) ?? null;
  return policyServers(given, domain.toLowerCase()).some((server) => server.host === host.toLowerCase());
}
