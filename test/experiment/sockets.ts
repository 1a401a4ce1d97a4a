// Thunderbird's sockets, proxies and name look-ups, in memory (nsISocketTransport.idl, nsIAsyncInputStream.idl,
// nsIProtocolProxyService.idl, nsIDNSService.idl). The network does what a test has it do; what it does is heard of in a
// later turn, as events of another thread are.

import { failure, prepared, results, type Parts } from "./program.js";

/** nsIPipe's reading end: what lies there is read before its end is told; one waits at a time, the last one who asked. */
export class FakeInput implements GeckoAsyncInputStream {
  closed = 0;
  #octets: number[] = [];
  #end: number | null = null;
  #waiting: { onInputStreamReady(input: GeckoAsyncInputStream): void } | null = null;
  #closureOnly = false;

  QueryInterface(): this {
    return this;
  }

  available(): number {
    if (this.#octets.length === 0 && this.#end !== null) {
      throw failure(this.#end);
    }
    return this.#octets.length;
  }

  read(count: number): number[] {
    return this.#octets.splice(0, count);
  }

  asyncWait(callback: { onInputStreamReady(input: GeckoAsyncInputStream): void }, flags: number): void {
    this.#waiting = callback;
    this.#closureOnly = flags === 1;
    this.#tell();
  }

  close(): void {
    this.closed += 1;
    this.#octets = [];
    this.end(results.NS_BASE_STREAM_CLOSED);
  }

  push(octets: readonly number[]): void {
    this.#octets.push(...octets);
    this.#tell();
  }

  end(status: number): void {
    this.#end ??= status;
    this.#tell();
  }

  #tell(): void {
    const isReady = this.#end !== null || (!this.#closureOnly && this.#octets.length > 0);
    const waiting = this.#waiting;
    if (isReady && waiting !== null) {
      this.#waiting = null;
      setImmediate(() => {
        waiting.onInputStreamReady(this);
      });
    }
  }
}

class FakeOutput implements GeckoOutputStream {
  readonly written: number[] = [];
  end: number | null = null;
  closed = 0;
  onWritten: () => void = () => undefined;

  write(octets: readonly number[]): void {
    if (this.end !== null) {
      throw failure(this.end);
    }
    this.written.push(...octets);
    this.onWritten();
  }
  close(): void {
    this.closed += 1;
    this.end ??= results.NS_BASE_STREAM_CLOSED;
  }
}

export const noError: GeckoSecurityInfo = {
  errorCodeString: "",
  overridableErrorCategory: 0,
  serverCert: null,
  handshakeCertificates: [],
};

/** nsISocketTransport */
const [resolving, connecting, connectedTo, sendingTo] = [0x4b0003, 0x4b0007, 0x4b0004, 0x4b0005] as const;

export class FakeTransport implements GeckoSocketTransport {
  readonly input = new FakeInput();
  readonly output = new FakeOutput();
  /** The reasons given, one for every time. */
  readonly closings: (number | undefined)[] = [];
  tlsSocketControl: GeckoTlsSocketControl | null = null;
  /** What the handshake came to. */
  security: GeckoSecurityInfo = noError;
  /** Whether TLS has been begun after the connection. */
  startedTls = false;
  /** Why it cannot be begun. */
  startTlsFails: number | null = null;
  ownAddress: string | null = "192.0.2.9";
  #sink: GeckoTransportEventSink | null = null;

  constructor(
    readonly types: readonly string[],
    readonly host: string,
    readonly port: number,
    readonly proxy: GeckoProxyInfo | null,
    readonly record: GeckoDnsRecord | null,
  ) {}

  getScriptableSelfAddr(): { readonly address: string } {
    if (this.ownAddress === null) {
      throw failure(results.NS_ERROR_FAILURE);
    }
    return { address: this.ownAddress };
  }

  setEventSink(sink: GeckoTransportEventSink): void {
    this.#sink = sink;
  }

  openInputStream(): GeckoAsyncInputStream {
    network.opened(this);
    return this.input;
  }

  openOutputStream(): GeckoOutputStream {
    return this.output;
  }

  close(status: number | undefined): void {
    this.closings.push(status);
    this.end(status ?? results.NS_BASE_STREAM_CLOSED);
  }

  /** The network's side. */
  connect(): void {
    this.tlsSocketControl = {
      asyncGetSecurityInfo: () => Promise.resolve(this.security),
      asyncStartTLS: () => {
        if (this.startTlsFails !== null) {
          return Promise.reject(failure(this.startTlsFails));
        }
        this.startedTls = true;
        return Promise.resolve();
      },
    };
    this.#tell(resolving, connecting, connectedTo, sendingTo);
  }

  refuse(status: number): void {
    this.#tell(resolving, connecting);
    setImmediate(() => {
      this.end(status);
    });
  }

  say(text: string): void {
    this.input.push([...Buffer.from(text, "latin1")]);
  }

  end(status: number): void {
    this.output.end ??= status;
    this.input.end(status);
  }

  get said(): string {
    return Buffer.from(this.output.written).toString("latin1");
  }

  #tell(...statuses: readonly number[]): void {
    setImmediate(() => {
      for (const status of statuses) {
        this.#sink?.onTransportStatus(this, status, 0, 0);
      }
    });
  }
}

/** What a test prepares, and what it sees. */
export const network: {
  /** Addresses, or the nsresult of the look-up, or "silent": no answer at all. */
  hosts: Map<string, readonly string[] | number | "silent">;
  proxy: GeckoProxyInfo | null;
  /** For what a proxy was asked, and how. */
  proxyAsked: { readonly host: string; readonly flags: number }[];
  transports: FakeTransport[];
  /** What happens to a connection once it is asked for. */
  opened: (transport: FakeTransport) => void;
} = { hosts: new Map(), proxy: null, proxyAsked: [], transports: [], opened: () => undefined };

export function resetNetwork(): void {
  network.hosts = new Map();
  network.proxy = null;
  network.proxyAsked = [];
  network.transports = [];
  network.opened = () => undefined;
}

/** Until whatever was to happen in later turns has happened. */
export async function afterwards(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function onlyTransport(): FakeTransport {
  const [only, another] = network.transports;
  if (only === undefined || another !== undefined) {
    throw new Error(`${String(network.transports.length)} transports were made`);
  }
  return only;
}

class FakeRecord implements GeckoDnsRecord {
  #left: string[];
  constructor(readonly addresses: readonly string[]) {
    this.#left = [...addresses];
  }
  QueryInterface(): this {
    return this;
  }
  hasMore(): boolean {
    return this.#left.length > 0;
  }
  getNextAddrAsString(): string {
    return this.#left.shift() ?? "";
  }
}

const dns: GeckoDnsService = {
  asyncResolve(host, _type, _flags, _info, listener) {
    if (!/^[\w.:-]{1,253}$/.test(host)) {
      throw failure(results.NS_ERROR_FAILURE);
    }
    const known = network.hosts.get(host) ?? results.NS_ERROR_UNKNOWN_HOST;
    setImmediate(() => {
      if (typeof known === "number") {
        listener.onLookupComplete(null, null, known);
      } else if (known !== "silent") {
        listener.onLookupComplete(null, new FakeRecord(known), results.NS_OK);
      }
    });
    return {};
  },
};

const transports: GeckoTransportService = {
  createTransport(types, host, port, proxy, record) {
    if (port < 1 || port > 65_535) {
      throw failure(results.NS_ERROR_FAILURE);
    }
    const transport = new FakeTransport(types, host, port, proxy, record);
    network.transports.push(transport);
    return transport;
  },
};

const proxies: GeckoProxyService = {
  asyncResolve(uri, flags, callback) {
    network.proxyAsked.push({ host: (uri as GeckoUri).asciiHost, flags });
    setImmediate(() => {
      callback.onProxyAvailable({}, uri, network.proxy);
    });
    return {};
  },
};

export function newURI(spec: string): GeckoUri {
  if (!URL.canParse(spec)) {
    throw failure(results.NS_ERROR_FAILURE);
  }
  const { protocol, hostname } = new URL(spec);
  return { scheme: protocol.slice(0, -1), asciiHost: hostname.replace(/^\[|\]$/g, "") };
}

export function binaryReader(): GeckoBinaryStream {
  let from: FakeInput | null = null;
  return prepared("nsIBinaryInputStream", {
    setInputStream(stream: unknown) {
      from = stream as FakeInput;
    },
    readByteArray: (count: number) => from?.read(count) ?? [],
  });
}

function binaryWriter(): GeckoBinaryWriter {
  let to: FakeOutput | null = null;
  return prepared("nsIBinaryOutputStream", {
    setOutputStream(stream: unknown) {
      to = stream as FakeOutput;
    },
    writeByteArray: (octets: readonly number[]) => to?.write(octets),
  });
}

export const socketParts = {
  services: {
    "@mozilla.org/network/socket-transport-service;1": transports,
    "@mozilla.org/network/protocol-proxy-service;1": proxies,
  },
  instances: {
    "@mozilla.org/binaryinputstream;1": binaryReader,
    "@mozilla.org/binaryoutputstream;1": binaryWriter,
  },
  globalServices: { io: prepared("io", { newURI, offline: false }), dns, tm: { mainThread: {} } },
} satisfies Parts;
