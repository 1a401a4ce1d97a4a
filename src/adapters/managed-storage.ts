// What a company's policy says to this add-on (policies.json, "3rdparty"; its schema: src/company/managed-storage.schema.json).
// Without a policy, managed storage rejects (THUNDERBIRD.md §11); it is read once per start of the program.

import { browser } from "./browser.js";

/** Undefined where the policy does not mention it, or there is none. */
export async function managed(name: "outgoingServers" | "lookUpSettings"): Promise<unknown> {
  // Rejected where there is no policy.
  const values = await browser.storage.managed.get(name).catch(() => ({}));
  return (values as Readonly<Record<string, unknown>>)[name];
}

/** Whether an administrator has switched look-ups on the net off. */
export async function isLookUpForbidden(): Promise<boolean> {
  return (await managed("lookUpSettings")) === false;
}
