// The parts of Gecko's HTTP, files and domain names that discovery uses: by hand.
// Sources: nsIChannel.idl, nsIHttpChannel.idl, nsIStreamListener.idl, nsIEffectiveTLDService.idl, IOUtils.webidl.

interface GeckoUri {
  readonly scheme: string;
  readonly asciiHost: string;
}

interface GeckoChannel {
  readonly URI: GeckoUri;
  loadFlags: number;
  notificationCallbacks: unknown;
  /** nsIHttpChannel; readable from onStartRequest on. */
  readonly responseStatus: number;
  redirectionLimit: number;
  setRequestHeader(name: string, value: string, merge: boolean): void;
  QueryInterface(type: unknown): GeckoChannel;
  asyncOpen(listener: GeckoStreamListener): void;
  cancel(status: number | undefined): void;
}

interface GeckoStreamListener {
  onStartRequest(request: unknown): void;
  onDataAvailable(request: unknown, stream: unknown, offset: number, count: number): void;
  onStopRequest(request: unknown, status: number): void;
}

interface GeckoBinaryStream {
  setInputStream(stream: unknown): void;
  readByteArray(count: number): number[];
}

declare const IOUtils: { read(path: string, options: { maxBytes: number }): Promise<Uint8Array> };
