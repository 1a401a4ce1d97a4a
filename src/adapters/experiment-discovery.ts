// The Discovery port over our Experiment and, for an administrator's policy, the add-on's managed storage.

import { policyServers } from "../engine/discovery/policy.js";
import type { Discovery, LookUp } from "../ports.js";
import { signInOf } from "./experiment-words.js";
import { serversOfCompany } from "./managed-storage.js";

/** `asks`: whether the Experiment can ask anybody here; a policy is read all the same. */
export function experimentDiscovery(api: typeof messenger.outgoingServers, asks: boolean): Discovery {
  return {
    consent: "as-thunderbird-does",
    permitted: () => Promise.resolve(true),
    async lookUp(domain, source) {
      if (source === "policy") {
        return inPolicy(domain);
      }
      if (!asks) {
        return { result: "disabled", vouched: false, servers: [], pages: [] };
      }
      const { result, vouched, servers, pages } = await api.discover(domain, source);
      return {
        result,
        vouched,
        servers: servers.map(({ hostname, port, security, authMethods, username, ownNetworkOnly }) => ({
          host: hostname,
          port,
          security,
          signIns: authMethods.map((authMethod) => signInOf[authMethod]),
          userName: username,
          ownNetworkOnly,
        })),
        pages,
      };
    },
  };
}

async function inPolicy(domain: string): Promise<LookUp> {
  const servers = policyServers(await serversOfCompany(), domain);
  return { result: servers.length > 0 ? "found" : "none", vouched: servers.length > 0, servers, pages: [] };
}
