// What a company's policy says to this add-on (policies.json, "3rdparty"; its schema: src/company/managed-storage.schema.json).
// Without a policy, managed storage rejects (THUNDERBIRD.md §11); it is read once per start of the program.

import { companyPolicy, type CompanyPolicy } from "../engine/model/company-policy.js";
import { browser } from "./browser.js";

const settled = ["lookUpSettings", "quiet", "supportAddress"] as const;

async function managed(names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  // Rejected where there is no policy.
  return browser.storage.managed.get([...names]).catch(() => ({}));
}

/** What is settled for the user; asked for once. */
export function policyOfCompany(): () => Promise<CompanyPolicy> {
  let policy: Promise<CompanyPolicy> | null = null;
  return async () => (policy ??= managed(settled).then(companyPolicy));
}

/** The company's own servers, as they stand there. */
export async function serversOfCompany(): Promise<Readonly<Record<string, unknown>>> {
  return managed(["outgoingServers"]);
}
