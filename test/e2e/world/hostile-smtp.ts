// Scripted SMTP servers that lie, stall or attack, with TLS by the lab's authority: what no real mail host does. What
// they are told outside TLS counts as heard by a stranger; inside, a log-in is what the user's set-up asks for.
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { certificateFor } from "./certificates.js";
import type { Host } from "./hosts.js";

/**
 * `starttls-stripped`: EHLO lacks STARTTLS and offers to sign in without. `starttls-overwritten`: a firewall's XXXXXXXA
 * in its place. `starttls-injected`: plain words glued to the 220 of STARTTLS. `sign-in-only-in-clear`: inside TLS
 * nobody can sign in, before it everybody. `endless-lines`, `octet-a-second`, `line-of-10-mb`: at the greeting.
 * `markup`: refuses every recipient with HTML, direction and zero-width characters. `echo`: refuses every log-in,
 * repeating the password or token in all the ways of `repeated`. `echo-later`: offers LOGIN alone, takes every password,
 * and repeats it in the refusal of the recipient. `bait`: takes every password; what it is told inside TLS is heard, too.
 */
export const hostileManners = [
  "starttls-stripped",
  "starttls-overwritten",
  "starttls-injected",
  "sign-in-only-in-clear",
  "endless-lines",
  "octet-a-second",
  "line-of-10-mb",
  "markup",
  "echo",
  "echo-later",
  "bait",
] as const;
export type HostileManner = (typeof hostileManners)[number];

export function isHostile(stranger: string): stranger is HostileManner {
  return (hostileManners as readonly string[]).includes(stranger);
}

export const markup =
  "relay not permitted <script>document.title='owned'</script><img src=x onerror=alert(1)> \u202Eevil\u202C zero\u200Bwidth";

export function hostileServer(
  host: Pick<Host, "name" | "address" | "certificate">,
  manner: HostileManner,
): (socket: Socket, hear: (text: string) => void) => void {
  return (socket, hear) => {
    switch (manner) {
      case "endless-lines": {
        pour(socket, Buffer.from("220-more\r\n".repeat(500)));
        return;
      }
      case "line-of-10-mb":
        socket.write("220 ");
        return void socket.write(Buffer.alloc(10_000_000, "x"));
      case "octet-a-second": {
        drip(socket, `220 ${"slowly ".repeat(100)}\r\n`);
        return;
      }
      default:
        socket.write(`220 ${host.name} ESMTP\r\n`);
        listen(socket, { host, manner, heard: hear }, false);
    }
  };
}

function pour(socket: Socket, piece: Buffer): void {
  while (!socket.destroyed && socket.write(piece));
  socket.once("drain", () => pour(socket, piece));
}

function drip(socket: Socket, text: string): void {
  let at = 0;
  const timer = setInterval(() => socket.write(text.charAt(at++ % text.length)), 1000);
  socket.once("close", () => clearInterval(timer));
}

interface Server {
  readonly host: Pick<Host, "name" | "address" | "certificate">;
  readonly manner: HostileManner;
  heard(text: string): void;
}

function listen(socket: Socket, server: Server, secure: boolean): void {
  const { manner } = server;
  let unread = "";
  let answering: "user" | "password" | "token" | null = null;
  /** What the last log-in said, and how. */
  let said: readonly [string, string] = ["", ""];
  const hear = (chunk: Buffer): void => {
    unread += chunk.toString("latin1");
    if (secure && manner === "bait") server.heard(chunk.toString("latin1"));
    for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      if (/^STARTTLS/i.test(line)) {
        socket.off("data", hear);
        socket.write(
          manner === "starttls-injected" ? `220 go ahead\r\n${ehlo("AUTH PLAIN LOGIN")}` : "220 go ahead\r\n",
        );
        encrypted(socket, server);
        return;
      }
      const [answer, next] = answerTo(line, answering);
      answering = next;
      socket.write(answer);
    }
  };
  const answerTo = (line: string, expected: typeof answering): readonly [string, typeof answering] => {
    if (expected === "user") return ["334 UGFzc3dvcmQ6\r\n", "password"];
    if (expected === "token") return [judged(bearer(line), line), null];
    if (expected === "password") return [judged(Buffer.from(line, "base64").toString("utf8"), line), null];
    // What Thunderbird says to a refused XOAUTH2.
    if (line === "" && manner === "echo") return [judged(...said), null];
    const [verb = "", mechanism = "", initial = ""] = line.split(" ");
    if (/^EHLO$/i.test(verb)) return [ehlo(...(secure ? inside(manner) : before(manner))), null];
    if (/^AUTH$/i.test(verb) && /^PLAIN$/i.test(mechanism) && initial !== "")
      return [
        judged(Buffer.from(initial, "base64").toString("utf8").split("\0").at(-1) ?? "", initial),
        null,
      ];
    if (/^AUTH$/i.test(verb) && /^XOAUTH2$/i.test(mechanism))
      return initial === "" ? ["334 \r\n", "token"] : [judged(bearer(initial), initial), null];
    if (/^AUTH$/i.test(verb)) return ["334 VXNlcm5hbWU6\r\n", "user"];
    if (/^RCPT$/i.test(verb)) {
      if (manner === "markup") return [`550-5.7.1 ${markup}\r\n550 5.7.1 ${markup}\r\n`, null];
      const lines = manner === "echo-later" ? repeated("550-5.7.1", ...said) : "";
      return [`${lines}550 5.7.1 relay not permitted\r\n`, null];
    }
    return [/^QUIT$/i.test(verb) ? "221 bye\r\n" : "250 ok\r\n", null];
  };
  const judged = (secret: string, asSaid: string): string => {
    said = [secret, asSaid];
    return manner === "echo"
      ? `${repeated("535-5.7.8", secret, asSaid)}535 5.7.8 Authentication failed\r\n`
      : "235 welcome\r\n";
  };
  socket.on("data", hear);
}

/** The token in XOAUTH2's one answer. */
function bearer(coded: string): string {
  const [, token = ""] = Buffer.from(coded, "base64").toString().split("Bearer ");
  return token.slice(0, -2);
}

/** Everything a careless or hostile server may say of a secret, in lines of one reply. */
function repeated(code: string, secret: string, asSaid: string): string {
  const half = Math.ceil(secret.length / 2);
  return [
    `"${secret}" is wrong`,
    `that is ${Buffer.from(secret).toString("base64")}, you said ${asSaid}`,
    `${secret.toUpperCase()} or ${encodeURIComponent(secret)}`,
    `and in two lines ${secret.slice(0, half)}`,
    secret.slice(half),
    "",
  ]
    .map((line) => (line === "" ? "" : `${code} ${line}\r\n`))
    .join("");
}

const ehlo = (...words: readonly string[]): string =>
  [
    "250-hostile",
    ...words.slice(0, -1).map((word) => `250-${word}`),
    `250 ${words.at(-1) ?? "HELP"}`,
    "",
  ].join("\r\n");

function before(manner: HostileManner): readonly string[] {
  if (manner === "starttls-stripped") return ["AUTH PLAIN LOGIN"];
  if (manner === "sign-in-only-in-clear") return ["STARTTLS", "AUTH PLAIN LOGIN"];
  return [manner === "starttls-overwritten" ? "XXXXXXXA" : "STARTTLS"];
}

function inside(manner: HostileManner): readonly string[] {
  if (manner === "echo") return ["AUTH PLAIN LOGIN XOAUTH2"];
  if (manner === "echo-later") return ["AUTH LOGIN"];
  return [manner === "sign-in-only-in-clear" ? "SIZE 1000" : "AUTH PLAIN LOGIN"];
}

function encrypted(socket: Socket, server: Server): void {
  const { certificate, key } = certificateFor(server.host);
  // What comes from now on is not heard in the clear.
  socket.removeAllListeners("data");
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ cert: readFileSync(certificate), key: readFileSync(key) }),
  });
  secure.on("error", () => undefined);
  listen(secure, server, true);
}
