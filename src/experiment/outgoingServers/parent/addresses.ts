// The addresses a host name stands for, to tell whether two names reach the same machine. Bounded in number and in
// time; no answer is an empty list.

import { socketTimer } from "./socket-timer.js";

const dns = Cc["@mozilla.org/network/dns-service;1"]?.getService(Ci["nsIDNSService"]) as GeckoDnsService;

/** nsIDNSService.RESOLVE_TYPE_DEFAULT */
const addresses = 0;
const maximumAddresses = 16;
const patienceMilliseconds = 5_000;

export function addressesOf(host: string): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const forget = socketTimer.after(patienceMilliseconds, () => {
      resolve([]);
    });
    const onLookupComplete = (_request: unknown, record: unknown): void => {
      forget();
      resolve(record === null ? [] : listOf(record as GeckoDnsRecord));
    };
    try {
      dns.asyncResolve(host, addresses, 0, null, { onLookupComplete }, null, {});
    } catch {
      resolve([]);
    }
  });
}

function listOf(record: GeckoDnsRecord): readonly string[] {
  const answer = record.QueryInterface(Ci["nsIDNSAddrRecord"]);
  const list: string[] = [];
  while (answer.hasMore() && list.length < maximumAddresses) {
    list.push(answer.getNextAddrAsString());
  }
  return list;
}
