// A mail host that can be held at any step of a session, until it is let go on: to see what is left open when a
// conversation is given up there. Otherwise it relays for who has signed in, and for nobody else.
import { readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { certificateFor } from "./certificates.js";
import type { Host } from "./hosts.js";

/** Of a proof, which sends no message. */
export const steps = [
  "greeting",
  "ehlo",
  "starttls",
  "handshake",
  "ehlo-in-tls",
  "auth",
  "mail",
  "rcpt",
] as const;
export type Step = (typeof steps)[number] | "data";

export interface StallingServer {
  /** Holds every session that comes to this step from now on; null: none. */
  hold(step: Step | null): void;
  /** Whether a session is held now. */
  isHeld(): boolean;
  /** Sessions that began since `hold` was called last, and are still open. */
  open(): number;
  /** Everybody who is held may go on. */
  letGo(): void;
  stop(): Promise<void>;
}

export async function startStallingServer(host: Host, port: number): Promise<StallingServer> {
  let held: Step | null = null;
  let waiting: (() => void)[] = [];
  const all = new Set<Socket>();
  let since = new Set<Socket>();
  const at = (step: Step, socket: Socket, go: () => void): void => {
    if (step !== held || !since.has(socket)) {
      go();
      return;
    }
    waiting.push(go);
  };
  const server = createServer((socket) => {
    all.add(socket);
    since.add(socket);
    socket
      .on("error", () => undefined)
      .on("close", () => {
        all.delete(socket);
        since.delete(socket);
      });
    at("greeting", socket, () => {
      socket.write(`220 ${host.name} ESMTP\r\n`);
      talk(socket, socket, false);
    });
  });

  function talk(connection: Socket, stream: Socket, secure: boolean): void {
    let unread = "";
    let signedIn = false;
    const hear = (chunk: Buffer): void => {
      unread += chunk.toString("latin1");
      for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === "STAR") {
          stream.off("data", hear);
          at("starttls", connection, () => {
            stream.write("220 go ahead\r\n");
            at("handshake", connection, () => {
              talk(connection, encrypted(connection, host), true);
            });
          });
          return;
        }
        signedIn ||= verb === "AUTH";
        at(stepOf(verb, secure), connection, () => stream.write(answerTo(verb, secure, signedIn)));
      }
    };
    stream.on("data", hear);
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host.address, resolve);
  });
  return {
    hold(step) {
      held = step;
      waiting = [];
      since = new Set();
    },
    isHeld: () => waiting.length > 0,
    open: () => since.size,
    letGo() {
      held = null;
      for (const go of waiting.splice(0)) go();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of all) socket.destroy();
      }),
  };
}

function stepOf(verb: string, secure: boolean): Step {
  switch (verb) {
    case "EHLO":
      return secure ? "ehlo-in-tls" : "ehlo";
    case "AUTH":
      return "auth";
    case "MAIL":
      return "mail";
    case "DATA":
      return "data";
    default:
      return "rcpt";
  }
}

function answerTo(verb: string, secure: boolean, signedIn: boolean): string {
  switch (verb) {
    case "EHLO":
      return secure ? "250-stalling\r\n250 AUTH PLAIN\r\n" : "250-stalling\r\n250 STARTTLS\r\n";
    case "AUTH":
      return "235 welcome\r\n";
    case "RCPT":
      return signedIn ? "250 ok\r\n" : "550 relay not permitted\r\n";
    case "QUIT":
      return "221 bye\r\n";
    default:
      return "250 ok\r\n";
  }
}

function encrypted(socket: Socket, host: Host): TLSSocket {
  const { certificate, key } = certificateFor(host);
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ cert: readFileSync(certificate), key: readFileSync(key) }),
  });
  secure.on("error", () => undefined);
  return secure;
}
