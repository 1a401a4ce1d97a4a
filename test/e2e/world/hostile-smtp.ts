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
 * repeating the password as it is, in base 64, and over two lines.
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
): (socket: Socket) => void {
  return (socket) => {
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
        listen(socket, host, manner, false);
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

function listen(
  socket: Socket,
  host: Pick<Host, "name" | "address" | "certificate">,
  manner: HostileManner,
  secure: boolean,
): void {
  let unread = "";
  let answering: "user" | "password" | null = null;
  const hear = (chunk: Buffer): void => {
    unread += chunk.toString("latin1");
    for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      if (/^STARTTLS/i.test(line)) {
        socket.off("data", hear);
        socket.write(
          manner === "starttls-injected" ? `220 go ahead\r\n${ehlo("AUTH PLAIN LOGIN")}` : "220 go ahead\r\n",
        );
        encrypted(socket, host, manner);
        return;
      }
      const [answer, next] = answerTo(line, answering);
      answering = next;
      socket.write(answer);
    }
  };
  const answerTo = (line: string, expected: typeof answering): readonly [string, typeof answering] => {
    if (expected === "user") return ["334 UGFzc3dvcmQ6\r\n", "password"];
    if (expected === "password") return [judged(Buffer.from(line, "base64").toString("utf8")), null];
    const [verb = "", mechanism = "", initial = ""] = line.split(" ");
    if (/^EHLO$/i.test(verb)) return [ehlo(...(secure ? inside(manner) : before(manner))), null];
    if (/^AUTH$/i.test(verb) && /^PLAIN$/i.test(mechanism) && initial !== "")
      return [judged(Buffer.from(initial, "base64").toString("utf8").split("\0").at(-1) ?? ""), null];
    if (/^AUTH$/i.test(verb)) return ["334 VXNlcm5hbWU6\r\n", "user"];
    if (/^RCPT$/i.test(verb))
      return [
        manner === "markup"
          ? `550-5.7.1 ${markup}\r\n550 5.7.1 ${markup}\r\n`
          : "550 relay not permitted\r\n",
        null,
      ];
    return [/^QUIT$/i.test(verb) ? "221 bye\r\n" : "250 ok\r\n", null];
  };
  const judged = (password: string): string => {
    if (manner !== "echo") return "235 welcome\r\n";
    const coded = Buffer.from(password).toString("base64");
    const login = Buffer.from(`\0alice@example.test\0${password}`).toString("base64");
    const half = Math.ceil(password.length / 2);
    return [
      `535-5.7.8 Authentication failed: "${password}" is wrong`,
      `535-5.7.8 that is ${coded}, you said ${login}`,
      `535-5.7.8 ${password.toUpperCase()} or ${encodeURIComponent(password)}`,
      `535-5.7.8 and in two lines ${password.slice(0, half)}`,
      `535 5.7.8 ${password.slice(half)}`,
      "",
    ].join("\r\n");
  };
  socket.on("data", hear);
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
  return [manner === "sign-in-only-in-clear" ? "SIZE 1000" : "AUTH PLAIN LOGIN"];
}

function encrypted(
  socket: Socket,
  host: Pick<Host, "name" | "address" | "certificate">,
  manner: HostileManner,
): void {
  const { certificate, key } = certificateFor(host);
  // What comes from now on is not heard in the clear.
  socket.removeAllListeners("data");
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ cert: readFileSync(certificate), key: readFileSync(key) }),
  });
  secure.on("error", () => undefined);
  listen(secure, host, manner, true);
}
