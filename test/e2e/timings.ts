// How long users wait, printed after a run and kept as dist/lab/timings.json.
import { mkdirSync, writeFileSync } from "node:fs";
import type { Timing } from "./run-case.js";

export function writeTimings(timings: readonly Timing[]): void {
  if (timings.length === 0) return;
  mkdirSync("dist/lab", { recursive: true });
  writeFileSync("dist/lab/timings.json", `${JSON.stringify(timings, null, 2)}\n`);
  const lines = timings.map((timing) => {
    const wait = (name: string, milliseconds: number | undefined): string =>
      milliseconds === undefined ? "" : `, ${name} ${String(milliseconds)} ms`;
    const whole = (timing.wholeCase / 1000).toFixed(1);
    const waits = [
      wait("refusal to alert", timing.refusedToAlert),
      wait("refusal to verdict ready", timing.refusedToVerdictReady),
      wait("alert closed to verdict", timing.alertClosedToVerdict),
      wait("click to result", timing.clickToResult),
    ];
    return `  ${timing.name}: ${whole} s${waits.join("")}`;
  });
  console.log(`time on screen:\n${lines.join("\n")}`);
}
