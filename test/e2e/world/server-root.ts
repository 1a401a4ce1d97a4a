// A root directory for a mail server that cannot be installed beside Exim: its unpacked package (test/provision) laid
// over a whole Debian, ours or another, in the lab's own mount namespace. What is written there is gone with it.
import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "./lab-directory.js";

/** A user of the server's own, as its package would make it, with a group of the same name. */
export interface ServerUser {
  readonly name: string;
  readonly id: number;
}

const script = `
set -e
here=$1 unpacked=$2 below=$3 lab=$4
mkdir -p "$here"
mount -t tmpfs -o mode=755 root "$here"
mkdir "$here/over" "$here/work" "$here/root"
cp -a "$unpacked/." "$here/over"
mount -t overlay -o "lowerdir=$below,upperdir=$here/over,workdir=$here/work" overlay "$here/root"
mount --rbind /dev "$here/root/dev"
mount -t proc proc "$here/root/proc"
mkdir -p "$here/root$lab"
mount --bind "$lab" "$here/root$lab"
rm -f "$here/root/etc/resolv.conf"
cp /etc/resolv.conf /etc/hosts "$here/root/etc/"
`;

/**
 * Made once per run; the lab's directory has the same path inside. `below`: the Debian it is laid over. `instance`: where
 * each host needs a root of its own.
 */
export function serverRoot(
  name: string,
  users: readonly ServerUser[],
  { below = "/", instance = "" }: { readonly below?: string; readonly instance?: string } = {},
): string {
  const here = join(labDirectory(), "roots", `${name}${instance}`);
  const root = join(here, "root");
  if (existsSync(root)) return root;
  const unpacked = join(below, "var/cache/relay-doctor/servers", name);
  if (!existsSync(unpacked)) throw new Error(`${unpacked} is missing: test/provision ${name}`);
  execFileSync("bash", ["-c", script, "root", here, unpacked, below, labDirectory()], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  for (const user of users) {
    const id = String(user.id);
    appendFileSync(join(root, "etc/passwd"), `${user.name}:x:${id}:${id}::/nonexistent:/usr/sbin/nologin\n`);
    appendFileSync(join(root, "etc/group"), `${user.name}:x:${id}:\n`);
  }
  return root;
}
