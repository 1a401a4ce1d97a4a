// A mail server's process in the foreground: waited for until it listens, and ended.
import type { ChildProcess } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
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

/**
 * Writes the host's `mainlog` from what the server says, line by line as it comes: `translate` makes lines of it in the
 * form that commands.ts reads, without a time. Answers with what the server has said so far.
 */
export function keepLog(
  said: Readable,
  directory: string,
  translate: (line: string) => readonly string[],
): () => string {
  let all = "";
  createInterface(said).on("line", (line) => {
    all += `${line}\n`;
    // Local time, as Exim writes it; a server's own times are whole seconds.
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    const time = local.toISOString().replace("T", " ").replace("Z", "");
    for (const kept of translate(line)) appendFileSync(join(directory, "mainlog"), `${time} ${kept}\n`);
  });
  return () => all;
}
