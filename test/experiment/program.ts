// Thunderbird's parent process as every script of the Experiment meets it: numbers of interfaces and errors, timers, and a
// place for the services, modules and globals that a test prepares. Whatever is not prepared throws. Prepared before the
// scripts are imported, which look at import.

/** Names that were not prepared are mistakes of the test, or of what it tests. */
export function prepared<Prepared extends object>(name: string, values: Prepared): Prepared {
  return new Proxy(values, {
    get(target, property, receiver) {
      if (typeof property === "symbol" || property in target || property === "then") {
        return Reflect.get(target, property, receiver) as unknown;
      }
      throw new Error(`${name}.${property} is not prepared`);
    },
  });
}

/** nsError.h, as far as the scripts name them. */
export const results = {
  NS_OK: 0,
  NS_ERROR_ABORT: 0x80004004,
  NS_ERROR_FAILURE: 0x80004005,
  NS_ERROR_NO_INTERFACE: 0x80004002,
  NS_BASE_STREAM_CLOSED: 0x80470002,
  NS_BINDING_ABORTED: 0x804b0002,
  NS_ERROR_CONNECTION_REFUSED: 0x804b000d,
  NS_ERROR_NET_TIMEOUT: 0x804b000e,
  NS_ERROR_NET_RESET: 0x804b0014,
  NS_ERROR_UNKNOWN_HOST: 0x804b001e,
  NS_ERROR_NET_INTERRUPT: 0x804b0047,
} as const;

/** Constants of interfaces; an interface that is not here is good for asking for it by name. */
const constants: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  nsMsgSocketType: { plain: 0, alwaysSTARTTLS: 2, SSL: 3 },
  nsMsgAuthMethod: {
    none: 1,
    old: 2,
    passwordCleartext: 3,
    passwordEncrypted: 4,
    GSSAPI: 5,
    NTLM: 6,
    External: 7,
    secure: 8,
    anything: 9,
    OAuth2: 10,
  },
  nsMsgFolderFlags: { Virtual: 0x20, Inbox: 0x1000, SpecialUse: 0x40405f00, SentMail: 0x200 },
  nsIMsgCompDeliverMode: { Now: 0, Later: 1, SaveAsDraft: 4, SendUnsent: 7, Background: 8 },
  nsIProxyInfo: { TRANSPARENT_PROXY_RESOLVES_HOST: 2 },
  nsIProtocolProxyService: { RESOLVE_PREFER_SOCKS_PROXY: 4, RESOLVE_ALWAYS_TUNNEL: 16 },
  nsIRequest: { LOAD_ANONYMOUS: 0x4000, LOAD_BYPASS_CACHE: 0x200, INHIBIT_CACHING: 0x80 },
};

export interface Parts {
  readonly modules?: Readonly<Record<string, object>>;
  /** By contract id. */
  readonly services?: Readonly<Record<string, object>>;
  readonly instances?: Readonly<Record<string, () => object>>;
  /** What `Services` has. */
  readonly globalServices?: object;
}

const interfaces = new Map<string, object>();

/** One object for each, as in the program: code compares them. */
function interfaceNamed(name: string): object {
  const known = interfaces.get(name) ?? {
    ...constants[name],
    equals: (other: unknown) => other === interfaces.get(name),
  };
  interfaces.set(name, interfaces.get(name) ?? prepared(`Ci.${name}`, known));
  return interfaces.get(name) ?? known;
}

/** A failure as XPCOM throws it. */
export function failure(result: number): Error {
  return Object.assign(new Error(`0x${result.toString(16)}`), { result });
}

export function prepareProgram({ modules, services, instances, globalServices }: Parts): void {
  const known: Readonly<Record<string, object>> = {
    // The test decides with its own timers whether time passes.
    "resource://gre/modules/Timer.sys.mjs": {
      setTimeout: (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds),
      clearTimeout: (id: NodeJS.Timeout) => clearTimeout(id),
    },
    ...modules,
  };
  const contract = (id: string): object => ({
    getService: () => prepared(id, services?.[id] ?? {}),
    createInstance: () => instances?.[id]?.() ?? prepared(id, {}),
  });
  Object.assign(globalThis, {
    ChromeUtils: {
      importESModule: (url: string) => prepared(url, known[url] ?? {}),
      generateQI: (names: readonly string[]) => names,
    },
    Cc: new Proxy({}, { get: (_target, id) => contract(String(id)) }),
    Ci: new Proxy({}, { get: (_target, name) => interfaceNamed(String(name)) }),
    Cr: prepared("Cr", results),
    Cu: { getGlobalForObject: () => ({ AbortController, TextDecoder }) },
    Components: {
      isSuccessCode: (status: number) => status >>> 31 === 0,
      Exception: (message: string, result: number) => Object.assign(new Error(message), { result }),
    },
    Services: prepared("Services", globalServices ?? {}),
  });
}
