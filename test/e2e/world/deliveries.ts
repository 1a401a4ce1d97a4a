// What really arrived and who really signed in: read from the hosts' Maildirs and Exim's main logs.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { MailHost } from "./mail-host.js";

export interface Delivery {
  readonly host: string;
  readonly to: string;
  readonly subject: string;
}

function header(message: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, "im").exec(message)?.[1] ?? "";
}

export function deliveries(hosts: readonly MailHost[]): readonly Delivery[] {
  return hosts.flatMap(({ host, directory }) => {
    const mailbox = join(directory, "delivered", "new");
    if (!existsSync(mailbox)) return [];
    return readdirSync(mailbox).map((file) => {
      const message = readFileSync(join(mailbox, file), "utf8");
      return { host: host.name, to: header(message, "Envelope-to"), subject: header(message, "Subject") };
    });
  });
}

/** Waits until at least `count` messages arrived, then a moment longer: a second copy must show up too. */
export async function settledDeliveries(
  hosts: readonly MailHost[],
  count: number,
): Promise<readonly Delivery[]> {
  for (let tries = 0; tries < 60 && deliveries(hosts).length < count; tries++) await sleep(100);
  await sleep(500);
  return deliveries(hosts);
}

/** Lines of Exim's main log, all hosts, each with its host in front. */
export function mainLog(hosts: readonly MailHost[]): readonly string[] {
  return hosts.flatMap(({ host, directory }) => {
    const file = join(directory, "mainlog");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => `${host.name} ${line}`);
  });
}

/** Sign-ins that a host refused: where, and as whom. */
export function rejectedSignIns(hosts: readonly MailHost[]): readonly string[] {
  return mainLog(hosts).filter((line) => line.includes("authenticator failed"));
}
