// The parts of Gecko's sockets, name look-up, timers and certificates that the Experiment uses: by hand.
// Sources: TCPSocket.webidl, nsISocketTransport.idl, nsITransportSecurityInfo.idl, nsIX509Cert.idl, nsIDNSService.idl.

interface GeckoCertificate {
  readonly commonName: string;
  readonly issuerCommonName: string;
  readonly issuerName: string;
  /** Microseconds since 1970. */
  readonly validity: { readonly notBefore: number; readonly notAfter: number };
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

interface GeckoSocketTransport {
  readonly tlsSocketControl: { asyncGetSecurityInfo(): Promise<GeckoSecurityInfo> } | null;
  getScriptableSelfAddr(): { readonly address: string };
}

interface GeckoTcpSocket {
  readonly transport: GeckoSocketTransport | null;
  readonly readyState: "connecting" | "open" | "closing" | "closed" | "halfclosed";
  onopen: (() => void) | null;
  ondata: ((event: { readonly data: ArrayBuffer }) => void) | null;
  onerror: ((event: GeckoTcpSocketError) => void) | null;
  onclose: (() => void) | null;
  send(data: ArrayBuffer): boolean;
  upgradeToSecure(): void;
  /** Once what was handed over has been written, which waits for a handshake. */
  close(): void;
  closeImmediately(): void;
}

interface GeckoTcpSocketError {
  /** Such as "SecurityError". */
  readonly name: string;
  /** Such as "SecurityCertificate". */
  readonly message: string;
  /** An nsresult. */
  readonly errorCode: number;
}

interface GeckoGlobal {
  readonly TCPSocket: new (
    host: string,
    port: number,
    options: { readonly binaryType: "arraybuffer"; readonly useSecureTransport: boolean },
  ) => GeckoTcpSocket;
  readonly AbortController: new () => AbortController;
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
    listener: { onLookupComplete(request: unknown, record: unknown, status: number): void },
    target: null,
    originAttributes: object,
  ): unknown;
}

declare const Cu: { getGlobalForObject(value: unknown): GeckoGlobal };
