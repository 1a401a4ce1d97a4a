// A look-up of settings published for a domain: where it was made, and what came of it.

import type { PublishedPage } from "./published-page.js";
import type { PublishedServer } from "./published-server.js";

/**
 * Where settings for a domain may be published: the administrator's policy, Thunderbird's own files, the domain's
 * pages, the ISP database, both for the owner of its mail exchanger, SRV records.
 */
export type LookUpSource = "policy" | "disk" | "isp" | "database" | "mx" | "srv";

export interface LookUp {
  readonly result: "found" | "none" | "no-answer" | "disabled";
  /** Said over HTTPS by the domain or the ISP database, or by who manages this program. */
  readonly vouched: boolean;
  readonly servers: readonly PublishedServer[];
  /** With words in the user's language. */
  readonly pages: readonly PublishedPage[];
}
