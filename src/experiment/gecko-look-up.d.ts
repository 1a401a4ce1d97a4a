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

interface GeckoLookUpServices {
  /** Of the program's own texts, such as "pt-BR". */
  readonly locale: { readonly appLocaleAsBCP47: string };
  readonly io: { newURI(spec: string): GeckoUri };
  readonly eTLD: { getNextSubDomain(host: string): string };
  readonly dirsvc: {
    get(name: string, type: unknown): { readonly path: string; append(name: string): void };
  };
}

declare const IOUtils: { read(path: string, options: { maxBytes: number }): Promise<Uint8Array> };

interface GeckoExceptions {
  Exception(message: string, result: number | undefined): Error;
}
