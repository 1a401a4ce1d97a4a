// How many connections each mail host was made, by its own log: to each port, and at one time at the most.
import { mainLog } from "../world/deliveries.js";
import type { MailHost } from "../world/mail-host.js";

export interface Connections {
  /** By "host:port". */
  readonly made: Readonly<Record<string, number>>;
  /** By host: open at one time, as the daemon counts them. */
  readonly atOnce: Readonly<Record<string, number>>;
}

const line =
  /^(?<host>\S+) .*SMTP connection from .* I=\[[^\]]+\]:(?<port>\d+) \(TCP\/IP connection count = (?<count>\d+)\)/;

export function connectionsTo(hosts: readonly MailHost[]): Connections {
  const made: Record<string, number> = {};
  const atOnce: Record<string, number> = {};
  for (const text of mainLog(hosts)) {
    const { host, port, count } = line.exec(text)?.groups ?? {};
    if (host === undefined || port === undefined) continue;
    made[`${host}:${port}`] = (made[`${host}:${port}`] ?? 0) + 1;
    atOnce[host] = Math.max(atOnce[host] ?? 0, Number(count));
  }
  return { made, atOnce };
}
