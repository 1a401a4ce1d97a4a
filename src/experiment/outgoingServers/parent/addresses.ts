// The addresses a host name stands for, to tell whether two names reach the same machine. Bounded in number and in
// time; no answer is an empty list.

import { resolveHost } from "./resolve-host.js";
import { socketTimer } from "./socket-timer.js";

const maximumAddresses = 16;
const patienceMilliseconds = 5_000;

export async function addressesOf(host: string): Promise<readonly string[]> {
  let forget = (): void => undefined;
  const tooLate = new Promise<null>((resolve) => {
    forget = socketTimer.after(patienceMilliseconds, () => {
      resolve(null);
    });
  });
  const resolved = await Promise.race([resolveHost(host), tooLate]);
  forget();
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
