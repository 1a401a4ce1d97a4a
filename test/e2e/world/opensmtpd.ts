// Starts one real OpenSMTPD per mail host, in the foreground: Debian sid's, in the root that the release test makes, for
// Debian 12's own cannot do TLS. Its paths are fixed, so each host has a root of its own.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { certificateFor } from "./certificates.js";
import { keepLog, untilListening, type Daemon } from "./daemon.js";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";
import { opensmtpdConfig } from "./opensmtpd-config.js";
import { labLog } from "./opensmtpd-log.js";
import { serverRoot } from "./server-root.js";
import { usersOf } from "./users.js";

/** The root of the release test (test/release/root). */
export const releaseRoot = process.env["RELEASE_ROOT"] ?? "/var/cache/relay-doctor/release-root";

/** Numbers that no machine is likely to have given away. */
const users = [
  { name: "opensmtpd", id: 64103 },
  { name: "opensmtpq", id: 64104 },
];

export async function startOpensmtpd(host: Host, directory: string): Promise<Daemon> {
  const root = serverRoot("opensmtpd", users, { below: releaseRoot, instance: host.name });
  execFileSync("rm", ["-rf", join(root, "var/spool/smtpd")]);
  for (const path of ["var/spool/smtpd", "var/lib/opensmtpd/empty"])
    mkdirSync(join(root, path), { recursive: true, mode: 0o711 });
  writeFileSync(join(root, "etc/mailname"), `${host.name}\n`);
  const tls = { ...certificateFor(host), key: join(directory, "key") };
  copyFileSync(certificateFor(host).key, tls.key);
  chmodSync(tls.key, 0o600);
  const config = join(directory, "smtpd.conf");
  const mailboxes = join(labDirectory(), "dovecot", "mail");
  const hashes = Object.fromEntries(usersOf(host.domains).map(([user, password]) => [user, hash(password)]));
  writeFileSync(config, opensmtpdConfig(host, { users: hashes, tls, mailboxes }));
  const server = spawn("chroot", [root, "/usr/sbin/smtpd", "-d", "-v", "-T", "smtp", "-f", config], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log = keepLog(server.stderr, directory, labLog());
  return untilListening(`OpenSMTPD of ${host.name}`, server, () => log().includes("OpenSMTPD"));
}

function hash(password: string): string {
  return execFileSync("openssl", ["passwd", "-6", password], { encoding: "utf8" }).trim();
}
