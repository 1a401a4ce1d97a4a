// A mail server's process in the foreground: waited for until it listens, and ended.
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export interface Daemon {
  stop(): Promise<void>;
}

/** `isListening` looks at the server's own log: knocking on the ports would leave traces there. */
export async function untilListening(
  name: string,
  started: ChildProcess,
  isListening: () => boolean,
): Promise<Daemon> {
  let output = "";
  for (const stream of [started.stdout, started.stderr])
    stream?.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => started.on("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    started.kill("SIGTERM");
    await ended;
  };
  for (let tries = 0; !isListening(); tries++) {
    if (started.exitCode !== null || tries > 800) {
      if (started.exitCode === null) await stop();
      throw new Error(`${name}: ${output === "" ? "does not start" : output}`);
    }
    await sleep(25);
  }
  return { stop };
}
