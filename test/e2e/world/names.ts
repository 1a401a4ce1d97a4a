// Names of the lab: /etc/hosts of the private mount namespace. Every other name does not resolve.
import { writeFileSync } from "node:fs";
import { hosts } from "./hosts.js";

export function writeNames(): void {
  const lines = hosts.map((host) => `${[host.address, host.name, ...host.otherNames].join(" ")}\n`);
  writeFileSync("/etc/hosts", `127.0.0.1 localhost\n${lines.join("")}`);
}
