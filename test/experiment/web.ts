// What discovery asks, in memory: web pages over Thunderbird's channels (nsIHttpChannel.idl, nsIChannelEventSink.idl), DNS
// records (DNS.sys.mjs), files of the installation (IOUtils.webidl) and the preferences of the account set-up.

import { parse } from "tldts";
import { failure, prepared, results, type Parts } from "./program.js";
import { binaryReader, FakeInput, newURI } from "./sockets.js";

export type Answer =
  | { readonly status: number; readonly body?: string | Uint8Array; readonly chunk?: number }
  | { readonly redirect: string }
  | { readonly fails: number }
  | "silent";

interface MxRecord {
  readonly prio: number;
  readonly host: string | null;
}
interface DnsRecord extends MxRecord {
  readonly weight: number;
  readonly port: number;
}

/** What a test prepares, and what was asked. Unknown names do not resolve, unknown files are not there. */
export const web: {
  pages: Map<string, Answer>;
  asked: FakeChannel[];
  /** By the name that is asked for; a promise that never ends is a name server that keeps silent. */
  records: Map<string, readonly (DnsRecord | MxRecord)[] | Promise<never>>;
  recordsAsked: string[];
  files: Map<string, string>;
  preferences: Map<string, boolean | string>;
} = {
  pages: new Map(),
  asked: [],
  records: new Map(),
  recordsAsked: [],
  files: new Map(),
  preferences: new Map(),
};

export function resetWeb(): void {
  Object.assign(web, {
    pages: new Map(),
    asked: [],
    records: new Map(),
    recordsAsked: [],
    files: new Map(),
    preferences: new Map([["mailnews.auto_config_url", "https://db.example/v1.1/"]]),
  });
}

export const urlsAsked = (): readonly string[] => web.asked.map(({ url }) => url);

interface Callbacks {
  getInterface(type: unknown): {
    asyncOnChannelRedirect(
      from: GeckoChannel,
      to: GeckoChannel,
      flags: number,
      callback: { onRedirectVerifyCallback(result: number): void },
    ): void;
  };
}

/** Everything happens in a later turn. Followed redirects go on in a channel of their own, which ends the request. */
export class FakeChannel implements GeckoChannel {
  readonly URI: GeckoUri;
  loadFlags = 0;
  notificationCallbacks: unknown = null;
  redirectionLimit = 20;
  readonly headers = new Map<string, string>();
  cancelled: (number | undefined)[] = [];
  /** Octets handed over. */
  given = 0;
  #ended = false;
  #listener: GeckoStreamListener | null = null;
  #status: number | null = null;
  #next: FakeChannel | null = null;

  constructor(
    readonly url: string,
    private readonly redirects = 0,
  ) {
    this.URI = newURI(url);
  }

  QueryInterface(): this {
    return this;
  }

  get responseStatus(): number {
    if (this.#status === null) {
      throw failure(results.NS_ERROR_FAILURE);
    }
    return this.#status;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  asyncOpen(listener: GeckoStreamListener): void {
    web.asked.push(this);
    this.#listener = listener;
    setImmediate(() => this.answer());
  }

  cancel(status: number | undefined): void {
    this.cancelled.push(status);
    this.#next?.cancel(status);
    setImmediate(() => this.#stop(status ?? results.NS_BINDING_ABORTED));
  }

  /** The other end; a silent one may be asked to when it is not any more. */
  answer(): void {
    const answer = web.pages.get(this.url) ?? { fails: results.NS_ERROR_UNKNOWN_HOST };
    if (answer === "silent" || this.cancelled.length > 0) {
      return;
    }
    if ("fails" in answer) {
      this.#stop(answer.fails);
    } else if ("redirect" in answer) {
      this.#redirect(new FakeChannel(answer.redirect, this.redirects + 1));
    } else {
      this.#status = answer.status;
      this.#hand(
        [...(typeof answer.body === "string" ? Buffer.from(answer.body) : (answer.body ?? []))],
        answer,
      );
    }
  }

  #hand(octets: readonly number[], { chunk = octets.length }: { readonly chunk?: number }): void {
    this.#listener?.onStartRequest(this);
    for (let at = 0; at < octets.length && this.cancelled.length === 0; at += chunk) {
      const stream = new FakeInput();
      const part = octets.slice(at, at + chunk);
      stream.push(part);
      this.given += part.length;
      this.#listener?.onDataAvailable(this, stream, at, part.length);
    }
    if (this.cancelled.length === 0) {
      this.#stop(results.NS_OK);
    }
  }

  #redirect(to: FakeChannel): void {
    if (this.redirects >= this.redirectionLimit) {
      this.#stop(0x804b001f);
      return;
    }
    const sink = (this.notificationCallbacks as Callbacks).getInterface(Ci["nsIChannelEventSink"]);
    sink.asyncOnChannelRedirect(this, to, 1, {
      onRedirectVerifyCallback: (result) => {
        if (result !== results.NS_OK) {
          this.#stop(result);
          return;
        }
        this.#next = to;
        Object.assign(to, {
          loadFlags: this.loadFlags,
          notificationCallbacks: this.notificationCallbacks,
          redirectionLimit: this.redirectionLimit,
        });
        if (this.#listener !== null) {
          to.asyncOpen(this.#listener);
        }
      },
    });
  }

  #stop(status: number): void {
    if (!this.#ended && this.#next === null) {
      this.#ended = true;
      this.#listener?.onStopRequest(this, status);
    }
  }
}

function recordsOf(name: string): Promise<readonly (DnsRecord | MxRecord)[]> {
  web.recordsAsked.push(name);
  return Promise.resolve(web.records.get(name) ?? []);
}

/** As the real one: throws for a suffix itself and for an address. */
function getBaseDomainFromHost(host: string): string {
  const { domain, isIp } = parse(host, { allowPrivateDomains: true });
  if (domain === null || isIp === true) {
    throw failure(0x804b0050);
  }
  return domain;
}

export const webParts = {
  modules: {
    "resource://gre/modules/NetUtil.sys.mjs": {
      NetUtil: prepared("NetUtil", { newChannel: ({ uri }: { uri: string }) => new FakeChannel(uri) }),
    },
    "resource:///modules/DNS.sys.mjs": { DNS: prepared("DNS", { srv: recordsOf, mx: recordsOf }) },
    "resource:///modules/MailServices.sys.mjs": { MailServices: prepared("MailServices", {}) },
    "resource:///modules/OAuth2Module.sys.mjs": { OAuth2Module: null },
    "resource:///modules/OAuth2Providers.sys.mjs": {
      OAuth2Providers: {
        getHostnameDetails: (host: string, _type: string, user: string) =>
          host === "smtp.oauth.example" || (host === "smtp.firm.example" && user.endsWith("@known.example"))
            ? {}
            : undefined,
      },
    },
  },
  instances: { "@mozilla.org/binaryinputstream;1": binaryReader },
  globalServices: {
    io: prepared("io", { newURI }),
    locale: { appLocaleAsBCP47: "de" },
    eTLD: prepared("eTLD", {
      getBaseDomainFromHost,
      getNextSubDomain(host: string) {
        if (getBaseDomainFromHost(host) === host) throw failure(0x804b0050);
        return host.slice(host.indexOf(".") + 1);
      },
    }),
    dirsvc: prepared("dirsvc", {
      get: (name: string) => {
        const names = [`/${name}`];
        return {
          append: (one: string) => names.push(one),
          get path() {
            return names.join("/");
          },
        };
      },
    }),
    prefs: prepared("prefs", {
      getBoolPref: (name: string, fallback: boolean) => web.preferences.get(name) ?? fallback,
      getCharPref: (name: string, fallback: string) => web.preferences.get(name) ?? fallback,
    }),
  },
} satisfies Parts;

/** Beside the parts: a global of its own. Files are cut at `maxBytes`, as the real one does. */
export function prepareFiles(): void {
  Object.assign(globalThis, {
    IOUtils: prepared("IOUtils", {
      read: async (path: string, { maxBytes }: { maxBytes: number }) => {
        const content = web.files.get(path);
        return content === undefined
          ? Promise.reject(new Error("NotFoundError"))
          : Promise.resolve(new TextEncoder().encode(content).slice(0, maxBytes));
      },
    }),
  });
}
