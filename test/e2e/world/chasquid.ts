// Starts one real chasquid per mail host, in the foreground, from its unpacked package.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { certificateFor } from "./certificates.js";
import { chasquidConfig, mailDeliveryAgent } from "./chasquid-config.js";
import { labLog } from "./chasquid-log.js";
import { keepLog, untilListening, type Daemon } from "./daemon.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { usersOf } from "./users.js";

const programs = "/var/cache/relay-doctor/servers/chasquid/usr/bin";

export async function startChasquid(host: Host, directory: string): Promise<Daemon> {
  const etc = join(directory, "etc");
  const certificates = join(etc, "certs", host.name);
  const agent = join(directory, "mda");
  for (const path of [certificates, ...host.domains.map((domain) => join(etc, "domains", domain))])
    mkdirSync(path, { recursive: true });
  const tls = certificateFor(host);
  copyFileSync(tls.certificate, join(certificates, "fullchain.pem"));
  copyFileSync(tls.key, join(certificates, "privkey.pem"));
  writeFileSync(agent, mailDeliveryAgent(join(labDirectory(), "dovecot", "mail")));
  chmodSync(agent, 0o755);
  writeFileSync(join(etc, "chasquid.conf"), chasquidConfig(host, { agent, data: join(directory, "data") }));
  for (const [user, password] of usersOf(host.domains))
    execFileSync(join(programs, "chasquid-util"), [`-C=${etc}`, "user-add", user, `--password=${password}`]);
  const server = spawn(join(programs, "chasquid"), [`-config_dir=${etc}`, "-v=3"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log = keepLog(server.stderr, directory, labLog());
  return untilListening(`chasquid of ${host.name}`, server, () => log().includes("Server listening"));
}
