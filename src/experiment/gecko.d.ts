// The parts of Gecko's sockets, name look-up, timers and certificates that the Experiment uses: by hand.
// Sources: nsISocketTransport.idl, nsITransport.idl, nsITLSSocketControl.idl, nsITransportSecurityInfo.idl,
// nsIX509Cert.idl, nsIAsyncInputStream.idl, nsIProtocolProxyService.idl, nsIDNSService.idl.

interface GeckoCertificate {
  readonly commonName: string;
  getRawDER(): readonly number[];
}

interface GeckoSecurityInfo {
  /** "" where there was no error. */
  readonly errorCodeString: string;
  /** Not 0 where the certificate was accepted only because of an exception that the user stored. */
  readonly overridableErrorCategory: number;
  readonly serverCert: GeckoCertificate | null;
  readonly handshakeCertificates: readonly GeckoCertificate[];
}

/** nsITLSSocketControl. What it does, it does on the socket thread. */
interface GeckoTlsSocketControl {
  asyncGetSecurityInfo(): Promise<GeckoSecurityInfo>;
  asyncStartTLS(): Promise<void>;
}

interface GeckoSocketTransport {
  /** Null before the connection. */
  readonly tlsSocketControl: GeckoTlsSocketControl | null;
  getScriptableSelfAddr(): { readonly address: string };
  setEventSink(sink: GeckoTransportEventSink, target: unknown): void;
  /** Buffered: what is read and written here passes through a pipe, never through the socket itself. */
  openInputStream(flags: number, segmentSize: number, segmentCount: number): GeckoAsyncInputStream;
  openOutputStream(flags: number, segmentSize: number, segmentCount: number): GeckoOutputStream;
  /** At once, whatever is still to be written. */
  close(status: number | undefined): void;
}

interface GeckoTransportEventSink {
  onTransportStatus(transport: unknown, status: number, progress: number, maximum: number): void;
}

interface GeckoTransportService {
  createTransport(
    types: readonly string[],
    host: string,
    port: number,
    proxy: GeckoProxyInfo | null,
    record: GeckoDnsRecord | null,
  ): GeckoSocketTransport;
}

interface GeckoAsyncInputStream {
  QueryInterface(type: unknown): GeckoAsyncInputStream;
  close(): void;
  /** Throws, with the reason as `result`, once the stream has ended. */
  available(): number;
  asyncWait(
    callback: { onInputStreamReady(input: GeckoAsyncInputStream): void },
    flags: number,
    count: number,
    target: unknown,
  ): void;
}

/** What was written is sent before it ends. */
interface GeckoOutputStream {
  close(): void;
}

interface GeckoBinaryWriter {
  setOutputStream(stream: GeckoOutputStream): void;
  writeByteArray(octets: readonly number[]): void;
}

interface GeckoProxyInfo {
  readonly host: string;
  readonly type: string;
  readonly flags: number;
}

interface GeckoProxyWords {
  readonly RESOLVE_PREFER_SOCKS_PROXY: number;
  readonly RESOLVE_ALWAYS_TUNNEL: number;
}

interface GeckoProxyService {
  asyncResolve(
    uri: unknown,
    flags: number,
    callback: { onProxyAvailable(request: unknown, uri: unknown, proxy: GeckoProxyInfo | null): void },
  ): unknown;
}

interface GeckoGlobal {
  readonly AbortController: new () => AbortController;
  readonly TextDecoder: new (label: string) => { decode(octets: Uint8Array): string };
}

/** The web's own, as far as it is used here. */
interface AbortController {
  readonly signal: {
    readonly aborted: boolean;
    addEventListener(type: "abort", listener: () => void): void;
    removeEventListener(type: "abort", listener: () => void): void;
  };
  abort(): void;
}

/** nsIDNSAddrRecord, after QueryInterface. */
interface GeckoDnsRecord {
  QueryInterface(type: unknown): GeckoDnsRecord;
  hasMore(): boolean;
  getNextAddrAsString(): string;
}

interface GeckoDnsService {
  asyncResolve(
    host: string,
    type: number,
    flags: number,
    info: null,
    listener: { onLookupComplete(request: unknown, record: GeckoDnsRecord | null, status: number): void },
    target: null,
    originAttributes: object,
  ): unknown;
}

declare const Cu: { getGlobalForObject(value: unknown): GeckoGlobal };
