// What listens on a mail port without being a mail host: a web server, an IMAP server, a silent program, a
// firewall that swallows every connection attempt. What clients say to them is kept.
import type { Socket } from "node:net";
import { createServer, connect } from "node:net";
import { Worker } from "node:worker_threads";
import type { HostileManner } from "./hostile-smtp.js";
import { hostileServer, isHostile } from "./hostile-smtp.js";
import type { Host, Stranger } from "./hosts.js";

export interface Listener {
  /** Everything clients sent, as text. */
  heard(): string;
  stop(): Promise<void>;
}

const httpError = "HTTP/1.1 400 Bad Request\r\nServer: lab\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
/** A web server waits for the request and complains when none comes; real ones take ten seconds or more. */
const httpPatience = 1000;

const manners: Readonly<
  Record<Exclude<Stranger, "unanswered" | "empty-auth" | HostileManner>, (socket: Socket) => void>
> = {
  silent: () => undefined,
  // Exim's words, in clear on every port, where it has no room for another connection (smtp_accept_max).
  busy: (socket) =>
    void socket.end(
      "421 mail.example.test: Too many concurrent SMTP connections; please try again later.\r\n",
    ),
  imap: (socket) => socket.write("* OK [CAPABILITY IMAP4rev1 STARTTLS] lab ready\r\n"),
  http: (socket) => {
    const complain = (): void => void socket.end(httpError);
    const tooLong = setTimeout(complain, httpPatience);
    socket.once("data", complain).once("close", () => clearTimeout(tooLong));
  },
};

/** What stands behind it: the host's own Exim, on the port beside those of mail programs. */
const portBehind = 2587;

/** As Dovecot 2.4's submission service: before TLS an AUTH line that lists nothing. All else is Exim, STARTTLS too. */
function emptyAuth({ address }: Host): (socket: Socket) => void {
  return (socket) => {
    const behind = connect(portBehind, address).on("error", () => socket.destroy());
    let inClear = true;
    socket.on("data", (chunk: Buffer) => behind.write(chunk)).on("close", () => behind.destroy());
    behind.on("close", () => socket.end());
    behind.on("data", (chunk: Buffer) => {
      const said = chunk.toString("latin1");
      inClear &&= !said.startsWith("220 TLS go ahead");
      socket.write(inClear ? said.replace("250-STARTTLS", "250-AUTH \r\n250-STARTTLS") : chunk);
    });
  };
}

function speaking(
  address: string,
  port: number,
  greet: (socket: Socket, hear: (text: string) => void) => void,
): Promise<Listener> {
  let heard = "";
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    // Until the connection is encrypted, which takes the listener off.
    socket.on("data", (chunk: Buffer) => (heard += chunk.toString("latin1")));
    greet(socket, (text) => (heard += text));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve({ heard: () => heard, stop }));
  });
}

/** Listens and never accepts: with the queue full, the kernel drops further attempts without a word. */
const neverAccepting = `
  const { workerData: { address: host, port }, parentPort } = require("node:worker_threads");
  require("node:net").createServer().listen({ host, port, backlog: 1 }, () => {
    parentPort.postMessage("listens");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;

async function unanswered(address: string, port: number): Promise<Listener> {
  const worker = new Worker(neverAccepting, { eval: true, workerData: { address, port } });
  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve()).once("error", reject);
  });
  const queue = [1, 2, 3].map(() => connect(port, address).on("error", () => undefined));
  return {
    heard: () => "",
    async stop() {
      for (const socket of queue) socket.destroy();
      await worker.terminate();
    },
  };
}

function mannerOf(host: Host, kind: Exclude<Stranger, "unanswered">): Parameters<typeof speaking>[2] {
  if (isHostile(kind)) return hostileServer(host, kind);
  return kind === "empty-auth" ? emptyAuth(host) : manners[kind];
}

export function startStrangers(host: Host): Promise<readonly Listener[]> {
  return Promise.all(
    Object.entries(host.strangers).map(([port, kind]) =>
      kind === "unanswered"
        ? unanswered(host.address, Number(port))
        : speaking(host.address, Number(port), mannerOf(host, kind)),
    ),
  );
}
