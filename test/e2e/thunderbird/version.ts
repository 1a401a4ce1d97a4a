// Which Thunderbird the lab runs: 153.8 of the ESR, or a monthly release in a root of its own (../../release/run).
import { execFileSync } from "node:child_process";

/** Its major version. */
export function thunderbirdVersion(): number {
  return Number(/ (\d+)\./.exec(execFileSync("thunderbird", ["--version"], { encoding: "utf8" }))?.[1]);
}
