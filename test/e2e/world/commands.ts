// Which SMTP commands that matter the hosts were given, when, and how protected: from lines that the hosts' own
// configuration writes into Exim's main log (postfix-log.ts makes the same of Postfix's), and from what was said to
// strangers.
import { mainLog } from "./deliveries.js";
import type { MailHost } from "./mail-host.js";
import { passwords } from "./users.js";

export interface Command {
  readonly host: string;
  readonly verb: "AUTH" | "MAIL" | "RCPT" | "DATA";
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The same for all commands of one connection. */
  readonly connection: string;
  /** Given inside TLS with a certificate that a client accepts for the name it asked for. */
  readonly protected: boolean;
}

const line =
  /^(?<host>\S+) (?<day>\S+) (?<time>\S+) .*?LAB (?<verb>[A-Z]+)\b.* connection=(?<connection>\d+) cipher=(?<cipher>\S*) sni=(?<sni>\S*)/;

/** A client that says AUTH where it is not offered gave its password away, too. */
const notOffered = /^(?<host>\S+) (?<day>\S+) (?<time>\S+) .*AUTH command used when not advertised/;

export function commands(hosts: readonly MailHost[]): readonly Command[] {
  return mainLog(hosts).flatMap((text) => {
    const found = (line.exec(text) ?? notOffered.exec(text))?.groups;
    if (found === undefined) return [];
    const { host = "", day = "", time = "", connection = "" } = found;
    const { certificate, exchanger } = hosts.find((known) => known.host.name === host)?.host ?? {};
    if (exchanger === true) return [];
    const named = found["sni"] === host || found["sni"] === "";
    return [
      {
        host,
        verb: (found["verb"] ?? "AUTH") as Command["verb"],
        at: Date.parse(`${day}T${time}`),
        connection: `${host}:${connection}`,
        protected: (found["cipher"] ?? "") !== "" && certificate === "ca" && named,
      },
    ];
  });
}

/** Log-ins that were no part of sending a message: nothing but DATA tells the two apart. */
export function proofLogIns(all: readonly Command[]): readonly Command[] {
  const sent = new Set(all.filter(({ verb }) => verb === "DATA").map(({ connection }) => connection));
  return all.filter(({ verb, connection }) => verb === "AUTH" && !sent.has(connection));
}

/** Passwords, as they are or as log-ins carry them, and log-in commands, told to something that is no mail host. */
export function secretsHeard(hosts: readonly MailHost[]): readonly string[] {
  const secrets = Object.entries(passwords).flatMap(([user, password]) => [
    password,
    Buffer.from(password).toString("base64"),
    Buffer.from(`\0${user}\0${password}`).toString("base64"),
  ]);
  return hosts.flatMap(({ host, heard }) => {
    const text = heard();
    const told = secrets.some((secret) => text.includes(secret)) || /^AUTH\b/im.test(text);
    return told ? [`${host.name} was told: ${text.slice(0, 200)}`] : [];
  });
}
