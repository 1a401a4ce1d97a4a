// The addresses a host name stands for, to tell whether two names reach the same machine. Bounded in number and in
// time; no answer is an empty list.

import { within } from "../../../engine/waiting/race.js";
import { resolveHost } from "./resolve-host.js";
import { socketClock } from "./socket-timer.js";

const maximumAddresses = 16;
const patienceMilliseconds = 5_000;

export async function addressesOf(host: string): Promise<readonly string[]> {
  const resolved = await within(socketClock, patienceMilliseconds, resolveHost(host), null);
  return resolved?.kind === "record" ? listOf(resolved.record) : [];
}

function listOf(record: GeckoDnsRecord): readonly string[] {
  const answer = record.QueryInterface(Ci["nsIDNSAddrRecord"]);
  const list: string[] = [];
  while (answer.hasMore() && list.length < maximumAddresses) {
    list.push(answer.getNextAddrAsString());
  }
  return list;
}
