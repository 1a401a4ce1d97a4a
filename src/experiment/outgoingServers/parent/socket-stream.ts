// A ByteStream over Thunderbird's TCPSocket: its proxies, its certificate store, its exceptions. TCPSocket calls
// every failure to connect "refused"; a look-up afterwards tells an unknown host. Silence is the driver's to judge.

import {
  faulted,
  type ByteStream,
  type Connected,
  type Done,
  type Faulted,
  type Received,
} from "../../../engine/smtp/byte-stream.js";
import type { Security } from "../../../engine/model/server-settings.js";
import { exceptionFault, securityFault } from "./certificate-fault.js";
import { isUnknownHost } from "./unknown-host.js";

/** What becomes of a certificate that holds only by the user's exception: as good as a valid one, or a fault. */
export type Exceptions = "accepted" | "refused";

export function socketStream(to: {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly exceptions: Exceptions;
}): ByteStream {
  return new SocketStream(to.host.toLowerCase(), to.port, to.security === "tls", to.exceptions);
}

/** The name TCPSocket gives to most errors, also to a connection that the server ends at once. */
const refused = "ConnectionRefusedError";
const closed = faulted({ kind: "closed" });

class SocketStream implements ByteStream {
  #socket: GeckoTcpSocket | null = null;
  /** Kept from `onopen`: the socket has lost it when the failed handshake is to be explained. */
  #transport: GeckoSocketTransport | null = null;
  #received: Uint8Array[] = [];
  #handshaking: boolean;
  /** Under way after a handshake: nothing that came inside TLS is handed over before. */
  #vetted: Promise<void> = Promise.resolve();
  #end: Faulted | null = null;
  #opened: (answer: Connected | Faulted) => void = nothing;
  #wake: () => void = nothing;

  constructor(
    private readonly host: string,
    private readonly port: number,
    private readonly useSecureTransport: boolean,
    private readonly exceptions: Exceptions,
  ) {
    this.#handshaking = useSecureTransport;
  }

  async open(): Promise<Connected | Faulted> {
    if (this.#end !== null) {
      return this.#end;
    }
    return new Promise((resolve) => {
      this.#opened = resolve;
      // Not a global of an Experiment's script.
      const { TCPSocket } = Cu.getGlobalForObject(Services);
      const { host, port, useSecureTransport } = this;
      const socket = new TCPSocket(host, port, { binaryType: "arraybuffer", useSecureTransport });
      this.#socket = socket;
      socket.onopen = () => {
        this.#transport = socket.transport;
        resolve({ kind: "connected", localAddress: ownAddress(socket.transport) });
      };
      socket.ondata = ({ data }) => {
        if (this.#handshaking) {
          this.#handshaking = false;
          this.#vetted = this.#vet();
        }
        this.#received.push(new Uint8Array(data));
        this.#wake();
      };
      socket.onerror = (error) => void this.#explain(error);
      // Comes before, after or without `onerror`.
      socket.onclose = () => void this.#explain(null);
    });
  }

  async send(bytes: Uint8Array): Promise<Done | Faulted> {
    if (this.#end === null) {
      this.#socket?.send(Uint8Array.from(bytes).buffer);
    }
    return Promise.resolve(this.#end ?? { kind: "done" });
  }

  async receive(): Promise<Received | Faulted> {
    if (this.#received.length === 0 && this.#end === null) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    await this.#vetted;
    const bytes = this.#received.shift();
    return bytes === undefined ? (this.#end ?? closed) : { kind: "bytes", bytes };
  }

  /** What is sent next waits for the handshake; a failed one is the answer of the next `receive`. */
  async startTls(): Promise<Done | Faulted> {
    this.#received = [];
    this.#handshaking = true;
    if (this.#end === null) {
      this.#socket?.upgradeToSecure();
    }
    return Promise.resolve(this.#end ?? { kind: "done" });
  }

  close(): void {
    this.#finish(closed);
    if (this.#handshaking) {
      // An EHLO that waits for the end of the handshake would keep the connection open.
      this.#socket?.closeImmediately();
    } else {
      this.#socket?.close();
    }
  }

  async #vet(): Promise<void> {
    const excepted = this.exceptions === "refused" ? await exceptionFault(this.#transport) : null;
    if (excepted !== null) {
      this.#finish(excepted);
      this.#received = [];
      this.#socket?.close();
    }
  }

  async #explain(error: GeckoTcpSocketError | null): Promise<void> {
    const insecure = await securityFault(this.#transport, error, this.#handshaking);
    if (insecure !== null) {
      this.#finish(insecure);
    } else if (this.#transport === null) {
      this.#finish(
        (await isUnknownHost(this.host)) ? faulted({ kind: "unknown-host" }) : faulted({ kind: "refused" }),
      );
    } else {
      this.#finish(
        error === null || error.name === refused ? closed : faulted({ kind: "network", detail: error.name }),
      );
    }
  }

  #finish(end: Faulted): void {
    this.#end ??= end;
    this.#opened(this.#end);
    this.#wake();
  }
}

function ownAddress(transport: GeckoSocketTransport | null): string | null {
  try {
    return transport?.getScriptableSelfAddr().address ?? null;
  } catch {
    // Behind a proxy there is none to tell.
    return null;
  }
}

function nothing(): void {
  // Nobody is waiting.
}
