// Servers to talk to on a free port of the loopback: smtp-server as a real peer, and bare TCP ones that do one thing.

import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export interface Peer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Closed by `closePeers`, in the order of their start. */
const started: Peer[] = [];

export async function closePeers(): Promise<void> {
  await Promise.all(started.splice(0).map(async ({ close }) => close()));
}

export const account = { userName: "alice@example.com", password: "tops3cret, ümlaut", token: "ya29.t0ken" };

/** What a peer was told, for tests to look at. */
export interface Heard {
  /** User names of the log-ins it judged. */
  readonly logIns: string[];
  readonly senders: string[];
  readonly recipients: string[];
  messages: number;
}

export async function smtpPeer(options: SMTPServerOptions): Promise<Peer & { readonly heard: Heard }> {
  const heard: Heard = { logIns: [], senders: [], recipients: [], messages: 0 };
  const server = new SMTPServer({
    disableReverseLookup: true,
    authMethods: ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"],
    closeTimeout: 10,
    onAuth: (given, _session, done) => {
      heard.logIns.push(given.username ?? "");
      const right =
        given.method === "XOAUTH2"
          ? given.accessToken === account.token
          : given.method === "CRAM-MD5"
            ? given.validatePassword(account.password)
            : given.password === account.password;
      if (right && given.username === account.userName) {
        done(null, { user: given.username });
      } else {
        done(new Error("wrong password"));
      }
    },
    onMailFrom: ({ address }, _session, done) => {
      heard.senders.push(address);
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      heard.recipients.push(address);
      done();
    },
    onData: (_stream, _session, done) => {
      heard.messages += 1;
      done();
    },
    ...options,
  });
  // A client that does not trust the certificate hangs up: no failure of the server.
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const peer = {
    heard,
    port: (listening.address() as AddressInfo).port,
    close: async () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
  started.push(peer);
  return peer;
}

/** A bare TCP server; `talk` has the whole connection to itself. */
export async function barePeer(talk: (socket: Socket) => void): Promise<Peer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    talk(socket);
  });
  return startedPeer(server, () => {
    sockets.forEach((socket) => socket.destroy());
  });
}

export async function startedPeer(server: Server, endConnections: () => void): Promise<Peer> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const peer = {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      endConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
  started.push(peer);
  return peer;
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const peer = await barePeer(() => undefined);
  await peer.close();
  started.splice(started.indexOf(peer), 1);
  return peer.port;
}
