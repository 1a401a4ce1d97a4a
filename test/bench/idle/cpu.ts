// CPU seconds of a whole process tree, children that have ended included: what a battery pays. From /proc, as the kernel
// counts it (hundredths of a second, so only sums over many events are worth reading).
import { readFileSync, readdirSync } from "node:fs";

const ticksPerSecond = 100;

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

/** Null where it has ended meanwhile. */
function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    // After the name, which may hold anything: state, parent, … utime, stime, cutime and cstime (proc(5), 14 to 17).
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return { parent, ticks };
  } catch {
    return null;
  }
}

export function cpuSeconds(root: number): number {
  const all = new Map<number, Process>();
  for (const name of readdirSync("/proc")) {
    const found = /^\d+$/.test(name) ? processOf(Number(name)) : null;
    if (found !== null) all.set(Number(name), found);
  }
  const isOfTree = (pid: number): boolean => pid === root || (pid > 1 && isOfTree(all.get(pid)?.parent ?? 0));
  let ticks = 0;
  for (const [pid, found] of all) if (isOfTree(pid)) ticks += found.ticks;
  return ticks / ticksPerSecond;
}
