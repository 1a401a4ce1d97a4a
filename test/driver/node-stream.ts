// A ByteStream over node:net and node:tls, for tests and benchmarks. Looks the name up itself, so that an unknown
// host, a refused and a silent one are different answers; hands over no octet before the certificate is checked.

import { lookup } from "node:dns/promises";
import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";
import {
  faulted,
  type ByteStream,
  type Connected,
  type Done,
  type Faulted,
  type Received,
} from "../../src/engine/smtp/byte-stream.js";
import type { Security } from "../../src/engine/model/server-settings.js";
import { certificateFault } from "./certificate-fault.js";

export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** PEM of an authority to trust besides none: tests have their own. */
  readonly authority?: string;
}

export function nodeStream(to: Destination): ByteStream {
  return new NodeStream(to);
}

class NodeStream implements ByteStream {
  #socket: Socket | null = null;
  #closed = false;
  #received: Buffer[] = [];
  #end: Faulted | null = null;
  #wake: () => void = nothing;

  constructor(private readonly to: Destination) {}

  async open(): Promise<Connected | Faulted> {
    const addresses = await addressesOf(this.to.host);
    if (addresses.length === 0) {
      return faulted({ kind: "unknown-host" });
    }
    let fault: Faulted = faulted({ kind: "refused" });
    for (const address of addresses) {
      if (this.#closed) {
        return faulted({ kind: "closed" });
      }
      const socket = connectPlain({ host: address, port: this.to.port });
      this.#socket = socket;
      const failed = await settled(socket, "connect");
      if (failed === null) {
        const local = socket.localAddress ?? null;
        const insecure = this.to.security === "tls" ? await this.#secure(socket) : null;
        this.#listen();
        return insecure ?? { kind: "connected", localAddress: local };
      }
      fault = failed;
    }
    return fault;
  }

  async send(bytes: Uint8Array): Promise<Done | Faulted> {
    const socket = this.#socket;
    if (socket === null || this.#end !== null) {
      return this.#end ?? faulted({ kind: "closed" });
    }
    return new Promise((resolve) => {
      socket.write(bytes, (error) => {
        resolve(error ? faultOf(error) : { kind: "done" });
      });
    });
  }

  async receive(): Promise<Received | Faulted> {
    if (this.#received.length === 0 && this.#end === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const piece = this.#received.shift();
    return piece === undefined
      ? (this.#end ?? faulted({ kind: "closed" }))
      : { kind: "bytes", bytes: new Uint8Array(piece) };
  }

  async startTls(): Promise<Done | Faulted> {
    const socket = this.#socket;
    if (socket === null || this.#end !== null) {
      return this.#end ?? faulted({ kind: "closed" });
    }
    socket.removeAllListeners();
    this.#received = [];
    const fault = await this.#secure(socket);
    this.#listen();
    return fault ?? { kind: "done" };
  }

  close(): void {
    this.#closed = true;
    this.#socket?.destroy();
    this.#finish(faulted({ kind: "closed" }));
  }

  /** The handshake: whatever the outcome, `#socket` is then the encrypted one. */
  async #secure(socket: Socket): Promise<Faulted | null> {
    const secure = connectTls({
      socket,
      host: this.to.host,
      servername: this.to.host,
      // Judged below, so that the certificate can be read; nothing is written before.
      rejectUnauthorized: false,
      ...(this.to.authority === undefined ? {} : { ca: this.to.authority }),
    });
    this.#socket = secure;
    const failed = await settled(secure, "secureConnect");
    return failed === null ? certificateRefusal(secure) : inHandshake(failed);
  }

  #listen(): void {
    this.#socket?.on("data", (piece: Buffer) => {
      this.#received.push(piece);
      this.#wake();
    });
    this.#socket?.on("error", (error) => {
      this.#finish(faultOf(error));
    });
    this.#socket?.on("close", () => {
      this.#finish(faulted({ kind: "closed" }));
    });
  }

  #finish(end: Faulted): void {
    this.#end ??= end;
    this.#wake();
  }
}

async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/** Null when the socket came to `event`, else why it did not. */
async function settled(socket: Socket, event: "connect" | "secureConnect"): Promise<Faulted | null> {
  return new Promise((resolve) => {
    socket.once(event, () => {
      socket.removeAllListeners();
      resolve(null);
    });
    socket.once("error", (error) => {
      resolve(faultOf(error));
    });
    socket.once("close", () => {
      resolve(faulted({ kind: "closed" }));
    });
  });
}

function certificateRefusal(socket: TLSSocket): Faulted | null {
  if (socket.authorized) {
    return null;
  }
  // In Node 20 the error's code, whatever the type says.
  const error = String(socket.authorizationError);
  return faulted(certificateFault(error, socket.getPeerCertificate()));
}

function inHandshake(failed: Faulted): Faulted {
  return failed.fault.kind === "network" ? faulted({ kind: "tls" }) : failed;
}

function faultOf(error: Error & { readonly code?: string }): Faulted {
  return faulted({ kind: error.code === "ECONNREFUSED" ? "refused" : "network" });
}

function nothing(): void {
  // Nobody is waiting.
}
