// One real Dovecot for the IMAP side of all hosts that offer it, so that the inbox check stays quiet.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dovecotConfig } from "./dovecot-config.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { writeUsers } from "./users.js";

/** Starts Dovecot; it ends with the lab's pid namespace. A configuration that it does not take is told in its words. */
export function startDovecot(hosts: readonly Host[]): void {
  const directory = join(labDirectory(), "dovecot");
  mkdirSync(join(directory, "mail"), { recursive: true, mode: 0o777 });
  const withImap = hosts.filter((host) => host.imap);
  const users = writeUsers("dovecot", [...new Set(withImap.flatMap((host) => host.domains))]);
  const version = execFileSync("dovecot", ["--version"], { encoding: "utf8" }).trim();
  const file = join(directory, "dovecot.conf");
  writeFileSync(file, dovecotConfig(version, { hosts: withImap, directory, users }));
  spawn("chmod", ["777", join(directory, "mail")]);
  const read = spawnSync("doveconf", ["-n", "-c", file], { encoding: "utf8" });
  if (read.status !== 0) throw new Error(`Dovecot ${version}: ${read.stderr}`);
  const said = join(directory, "said");
  const server = spawn("dovecot", ["-F", "-c", file], { stdio: ["ignore", "ignore", openSync(said, "w")] });
  server.on("exit", (code) => {
    if (code !== null && code !== 0)
      process.stderr.write(`Dovecot ${version} has ended: ${readFileSync(said, "utf8")}\n`);
  });
  server.unref();
}
