// SRV records for submission (RFC 6186 §3.1, RFC 8314 §5.1): _submissions is TLS from the start, _submission STARTTLS.
// Without DNSSEC they are a hint only: how far a target is trusted is for trust.ts.

import { isHostName } from "./published-server.js";
import type { PublishedServer } from "../model/published-server.js";

export interface SrvRecord {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

export const submissionNames = (domain: string): readonly [submissions: string, submission: string] => [
  `_submissions._tcp.${domain}`,
  `_submission._tcp.${domain}`,
];

/**
 * Best first: by priority over both services, then TLS from the start, then the greater weight (a fixed order
 * instead of RFC 2782's lot: a diagnosis must give the same answer twice). A target "." or port 0 says that the
 * service is not offered.
 */
export function serversOfSrv(
  submissions: readonly SrvRecord[],
  submission: readonly SrvRecord[],
): readonly PublishedServer[] {
  const records = [
    ...submissions.map((record) => ({ ...record, security: "tls" as const })),
    ...submission.map((record) => ({ ...record, security: "starttls" as const })),
  ];
  return records
    .map((record) => ({ ...record, host: record.target.toLowerCase().replace(/\.$/, "") }))
    .filter(({ host, port }) => isTarget(host) && Number.isInteger(port) && port >= 1 && port <= 65_535)
    .sort(
      (left, right) =>
        left.priority - right.priority ||
        Number(right.security === "tls") - Number(left.security === "tls") ||
        right.weight - left.weight,
    )
    .slice(0, 8)
    .map(({ host, port, security }) => ({
      host,
      port,
      security,
      signIns: [],
      userName: null,
      ownNetworkOnly: false,
    }));
}

/** RFC 2782: "the domain name of the target host". No certificate could prove an address to be the domain's own. */
function isTarget(host: string): boolean {
  return isHostName(host) && !/^[\d.]+$/.test(host);
}
