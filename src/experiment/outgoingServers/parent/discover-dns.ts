// Records of a domain by Thunderbird's own resolver (DNS.sys.mjs). That is one worker with one look-up at a time,
// and a name server that keeps silent blocks it for ten seconds: nobody here waits so long, and while it is blocked
// nothing more is asked.

import type { SrvRecord } from "../../../engine/discovery/srv.js";
import { within } from "../../../engine/waiting/race.js";
import { socketClock } from "./socket-timer.js";

interface DnsRecord {
  readonly prio: number;
  readonly weight: number;
  readonly host: string | null;
  readonly port: number;
}

interface Resolver {
  srv(name: string): Promise<readonly DnsRecord[]>;
  mx(name: string): Promise<readonly Pick<DnsRecord, "prio" | "host">[]>;
}

const resolver = (): Resolver =>
  (ChromeUtils.importESModule("resource:///modules/DNS.sys.mjs") as { DNS: Resolver }).DNS;

const patienceMilliseconds = 4_000;
let overdue = 0;

/** Null: no answer in time. The root's dot keeps the resolver from trying the machine's own domain. */
export async function srvRecords(name: string): Promise<readonly SrvRecord[] | null> {
  const records = await inTime(async () => resolver().srv(`${name}.`));
  return (
    records?.map(({ prio, weight, port, host }) => ({ priority: prio, weight, port, target: host ?? "" })) ??
    null
  );
}

/** The best mail exchanger of the domain, "" where it has none, null where there is no answer in time. */
export async function mailExchanger(domain: string): Promise<string | null> {
  const records = await inTime(async () => resolver().mx(`${domain}.`));
  const best = records?.filter(({ host }) => host).toSorted((left, right) => left.prio - right.prio)[0];
  return records === null ? null : (best?.host ?? "").toLowerCase();
}

async function inTime<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  if (overdue > 0) {
    return null;
  }
  // Rejected where the resolver's worker has failed.
  const answer = ask().catch(() => null);
  const isLate = await within(
    socketClock,
    patienceMilliseconds,
    answer.then(() => false),
    true,
  );
  if (!isLate) {
    return answer;
  }
  overdue += 1;
  void answer.then(() => {
    overdue -= 1;
  });
  return null;
}
