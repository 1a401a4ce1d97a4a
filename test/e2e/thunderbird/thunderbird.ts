// Starts and stops one real Thunderbird on a given profile and runs scripts inside it, in its privileged scope.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Marionette } from "./marionette.js";
import { connectMarionette } from "./marionette.js";
import { addOnIds, type Edition } from "./add-on.js";

export interface Thunderbird {
  readonly profile: string;
  /** Id of the add-on under test. */
  readonly addOnId: string;
  /**
   * Runs the body of an async function in Thunderbird's parent process and returns its result.
   * `args` are its JSON arguments; `sleep`, `until` and the names in `preamble` are at hand.
   */
  run<Result>(body: string, ...args: readonly unknown[]): Promise<Result>;
  /** Marionette's own command, for what no script can do: a dialog of the main window stops all scripts. */
  command(name: string): Promise<unknown>;
  /** Resolves when the program has ended by itself. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const preamble = `
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
  const until = async (what, ms, test) => {
    for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) {
      const found = await test();
      if (found) return found;
    }
    throw new Error("gave up waiting for " + what);
  };
  const windows = () => [...Services.wm.getEnumerator(null)].filter(w => !w.closed);
`;

let nextPort = 2828;

/** Starts Thunderbird on `profile`; resolves when its main window is ready. */
export async function startThunderbird(profile: string, edition: Edition = "full"): Promise<Thunderbird> {
  const port = nextPort++;
  appendFileSync(join(profile, "user.js"), `\nuser_pref("marionette.port", ${String(port)});\n`);
  const program = spawn(
    "thunderbird",
    ["--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile],
    { stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => program.on("exit", () => resolve()));
  const kill = async (): Promise<void> => {
    program.kill("SIGTERM");
    await Promise.race([ended, sleep(3000).then(() => program.kill("SIGKILL"))]);
    await ended;
  };
  try {
    const marionette = await connected(port, () => program.exitCode !== null);
    return { ...(await session(profile, marionette, ended, kill)), addOnId: addOnIds[edition] };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function session(
  profile: string,
  marionette: Marionette,
  ended: Promise<void>,
  kill: () => Promise<void>,
): Promise<Omit<Thunderbird, "addOnId">> {
  await marionette.command("WebDriver:NewSession", { unhandledPromptBehavior: "ignore" });
  await marionette.command("WebDriver:SetTimeouts", { script: 50_000 });
  await marionette.command("Marionette:SetContext", { value: "chrome" });
  const run = async <Result>(body: string, ...args: readonly unknown[]): Promise<Result> => {
    const script = `return (async (...args) => {${preamble}\n${body}\n})(...arguments);`;
    const answer = await marionette.command("WebDriver:ExecuteScript", { script, args, sandbox: "system" });
    return (answer as { value: Result }).value;
  };
  await run(`
    await until("the main window", 30000, () => {
      const w = Services.wm.getMostRecentWindow("mail:3pane");
      return w?.document.readyState == "complete" && w.document.getElementById("tabmail")?.currentTabInfo;
    });`);
  const stop = async (): Promise<void> => {
    marionette.close();
    await kill();
  };
  const command = (name: string): Promise<unknown> => marionette.command(name, {});
  return { profile, run, command, ended, stop };
}

async function connected(port: number, dead: () => boolean): Promise<Marionette> {
  for (let tries = 0; tries < 600; tries++) {
    if (dead()) break;
    try {
      return await connectMarionette(port);
    } catch {
      await sleep(100);
    }
  }
  throw new Error("Thunderbird did not start");
}
