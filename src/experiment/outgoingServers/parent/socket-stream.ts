// A ByteStream over Thunderbird's socket transport: its proxies, its certificate store, its exceptions. Reads only what
// is asked for, so that a server cannot fill the memory. Silence is the driver's to judge.

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
import { takeLastWords } from "./last-words.js";
import { openTransport } from "./open-transport.js";
import { readAll, statusAt, statusOf, writeAll } from "./octets.js";
import { socketTimer } from "./socket-timer.js";

interface Destination {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** What becomes of a certificate that holds only by the user's exception: as good as a valid one, or a fault. */
  readonly exceptions: "accepted" | "refused";
}

export function socketStream(to: Destination): ByteStream {
  return new SocketStream(to);
}

const closed = faulted({ kind: "closed" });
/** nsISocketTransport.STATUS_CONNECTED_TO */
const connectedTo = 0x4b0004;
/** What was said last is written out, and answered, for so long: a peer that reads nothing would hold the connection open. */
const lastWordsMilliseconds = 2_000;

class SocketStream implements ByteStream {
  #transport: GeckoSocketTransport | null = null;
  #input: GeckoAsyncInputStream | null = null;
  #output: GeckoOutputStream | null = null;
  #isConnected = false;
  /** Until the first octet that came inside TLS. */
  #handshaking: boolean;
  #end: Faulted | null = null;
  #opened: (answer: Connected | Faulted) => void = nothing;
  /** The one `receive` that waits. */
  #awaited: (answer: Received | Faulted) => void = nothing;

  constructor(private readonly to: Destination) {
    this.#handshaking = to.security === "tls";
  }

  async open(): Promise<Connected | Faulted> {
    const { host, port, security } = this.to;
    const made = await openTransport(host.toLowerCase(), port, security === "tls" ? "ssl" : "starttls");
    if (this.#end !== null || made.kind !== "transport") {
      return this.#end ?? faulted({ kind: made.kind === "unknown-host" ? made.kind : "refused" });
    }
    const { transport } = made;
    return new Promise((resolve) => {
      this.#opened = resolve;
      this.#transport = transport;
      transport.setEventSink({ onTransportStatus: this.#onStatus }, Services.tm.mainThread);
      this.#output = transport.openOutputStream(0, 0, 0);
      this.#input = transport.openInputStream(0, 0, 0).QueryInterface(Ci["nsIAsyncInputStream"]);
      // A connection that does not come about ends its streams.
      this.#input.asyncWait({ onInputStreamReady: this.#onEnd }, closureOnly, 0, Services.tm.mainThread);
    });
  }

  async send(bytes: Uint8Array): Promise<Done | Faulted> {
    if (this.#end === null && this.#output !== null) {
      try {
        writeAll(this.#output, bytes);
      } catch (error) {
        return this.#explain(statusOf(error));
      }
    }
    return this.#end ?? { kind: "done" };
  }

  async receive(): Promise<Received | Faulted> {
    const input = this.#input;
    if (this.#end !== null || input === null) {
      return this.#end ?? closed;
    }
    return new Promise((resolve) => {
      this.#awaited = resolve;
      const onInputStreamReady = (): void => {
        void this.#read(input);
      };
      input.asyncWait({ onInputStreamReady }, 0, 0, Services.tm.mainThread);
    });
  }

  /** What is sent next waits for the handshake; a failed one is the answer of the next `receive`. */
  async startTls(): Promise<Done | Faulted> {
    const control = this.#transport?.tlsSocketControl;
    if (this.#end !== null || control === null || control === undefined) {
      return this.#end ?? closed;
    }
    this.#handshaking = true;
    try {
      await control.asyncStartTLS();
      // What lies there now was said in clear: the server speaks inside TLS only when it is spoken to.
      readAll(this.#input);
      return { kind: "done" };
    } catch (error) {
      return this.#explain(statusOf(error));
    }
  }

  close(): void {
    this.#finish(closed);
    const transport = this.#transport;
    this.#transport = null;
    if (transport === null) {
      return;
    }
    let isCut = false;
    const cut = (): void => {
      if (!isCut) {
        isCut = true;
        transport.close(Cr["NS_BINDING_ABORTED"]);
      }
    };
    if (this.#handshaking || !this.#isConnected) {
      cut();
      return;
    }
    this.#output?.close();
    socketTimer.after(lastWordsMilliseconds, cut);
    takeLastWords(this.#input, cut);
  }

  readonly #onStatus = (_transport: unknown, status: number): void => {
    if (status === connectedTo && this.#transport !== null && !this.#isConnected) {
      this.#isConnected = true;
      this.#opened({ kind: "connected", localAddress: ownAddress(this.#transport) });
    }
  };

  /** Only while connecting: from then on it is a `receive` that waits. */
  readonly #onEnd = (input: GeckoAsyncInputStream): void => {
    const status = statusAt(input);
    if (status !== null) {
      void this.#explain(status);
    }
  };

  async #read(input: GeckoAsyncInputStream): Promise<void> {
    const bytes = readAll(input);
    if (typeof bytes === "number") {
      await this.#explain(bytes);
      return;
    }
    if (this.#handshaking) {
      this.#handshaking = false;
      // Nothing that came inside TLS is handed over before its certificate is judged.
      const excepted = this.to.exceptions === "refused" ? await exceptionFault(this.#transport) : null;
      if (excepted !== null) {
        this.#finish(excepted);
        this.#transport?.close(Cr["NS_BINDING_ABORTED"]);
        this.#transport = null;
        return;
      }
    }
    this.#awaited({ kind: "bytes", bytes });
  }

  async #explain(status: number): Promise<Faulted> {
    const insecure = await securityFault(this.#transport, status, this.#handshaking);
    if (insecure !== null) {
      return this.#finish(insecure);
    }
    if (!this.#isConnected) {
      return this.#finish(notConnected(status));
    }
    return this.#finish(endings.has(status) ? closed : faulted({ kind: "network" }));
  }

  #finish(end: Faulted): Faulted {
    this.#end ??= end;
    this.#opened(this.#end);
    this.#awaited(this.#end);
    return this.#end;
  }
}

/** nsIAsyncInputStream.WAIT_CLOSURE_ONLY */
const closureOnly = 1;

/** How a connection ends that the server ends: in order, or by cutting it. */
const endings = new Set([Cr["NS_BASE_STREAM_CLOSED"], Cr["NS_ERROR_NET_RESET"], Cr["NS_OK"]]);

function notConnected(status: number): Faulted {
  switch (status) {
    case Cr["NS_ERROR_UNKNOWN_HOST"]:
      return faulted({ kind: "unknown-host" });
    case Cr["NS_ERROR_NET_TIMEOUT"]:
      return faulted({ kind: "timeout" });
    default:
      return faulted({ kind: "refused" });
  }
}

function ownAddress(transport: GeckoSocketTransport): string | null {
  try {
    return transport.getScriptableSelfAddr().address;
  } catch {
    // Behind a proxy there is none to tell.
    return null;
  }
}

function nothing(): void {
  // Nobody is waiting.
}
