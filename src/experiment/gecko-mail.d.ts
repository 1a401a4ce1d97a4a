// The privileged globals and mail interfaces this Experiment uses: by hand, and only as far as it uses them.
// Sources: nsIMsgOutgoingServer.idl, nsISmtpServer.idl, nsIMsgIdentity.idl, nsILoginManager.idl.

interface GeckoPrefBranch {
  prefIsLocked(name: string): boolean;
  prefHasUserValue(name: string): boolean;
  getCharPref(name: string, fallback: string): string;
  getStringPref(name: string, fallback: string): string;
  deleteBranch(root: string): void;
  getBoolPref(name: string, fallback: boolean): boolean;
  getChildList(prefix: string): string[];
  clearUserPref(name: string): void;
  setCharPref(name: string, value: string): void;
  setStringPref(name: string, value: string): void;
  setBoolPref(name: string, value: boolean): void;
  getPrefType(name: string): number;
  readonly PREF_STRING: number;
  readonly PREF_BOOL: number;
}

interface GeckoLogin {
  readonly origin: string;
  readonly httpRealm: string | null;
  readonly username: string;
  readonly password: string;
  /** nsILoginMetaInfo, after QueryInterface. May be chosen before the log-in is added. */
  guid: string;
  /** Milliseconds since 1970; 0 until the log-in is saved, unless chosen before. */
  timeCreated: number;
  timePasswordChanged: number;
  init(
    origin: string,
    formActionOrigin: string | null,
    httpRealm: string | null,
    username: string,
    password: string,
    usernameField: string,
    passwordField: string,
  ): void;
  QueryInterface(type: unknown): GeckoLogin;
}

/** nsIPKCS11Token. Prompts, and throws where the user cancels. */
interface GeckoToken {
  login(): void | Promise<void>;
}

/** nsIWritablePropertyBag: for `modifyLoginAsync`, the fields that change. */
interface GeckoPropertyBag {
  setProperty(name: string, value: unknown): void;
}

interface GeckoLogins {
  readonly isLoggedIn: boolean;
  getAllLogins(): Promise<GeckoLogin[]>;
  searchLoginsAsync(match: { origin: string; httpRealm?: string } | { guid: string }): Promise<GeckoLogin[]>;
  addLoginAsync(login: GeckoLogin): Promise<GeckoLogin>;
  /** `after`: a log-in, or a property bag. */
  modifyLoginAsync(before: GeckoLogin, after: unknown): Promise<unknown>;
  removeLoginAsync(login: GeckoLogin): Promise<void>;
}

interface GeckoWindow {
  readonly closed: boolean;
  readonly location: { readonly href: string };
  readonly gMsgCompose?: unknown;
  MsgAccountManager?(page: string | null, server: GeckoIncomingServer): void;
}

interface GeckoPropertyElement {
  readonly key: string;
  readonly value: string;
  QueryInterface(type: unknown): GeckoPropertyElement;
}

declare const Services: {
  readonly prefs: GeckoPrefBranch & {
    /** Null: of its own file, some time after the call has returned. */
    savePrefFile(file: unknown): void;
  };
  readonly logins: GeckoLogins;
  readonly io: { readonly offline: boolean; newURI(spec: string): GeckoUri };
  readonly obs: {
    addObserver(observer: { observe(): void }, topic: string): void;
    removeObserver(observer: { observe(): void }, topic: string): void;
  };
  readonly dns: GeckoDnsService;
  readonly tm: { readonly mainThread: unknown };
  readonly eTLD: { getBaseDomainFromHost(host: string): string; getNextSubDomain(host: string): string };
  /** Of the program's own texts, such as "pt-BR". */
  readonly locale: { readonly appLocaleAsBCP47: string };
  readonly dirsvc: {
    get(name: string, type: unknown): { readonly path: string; append(name: string): void };
  };
  /** nsIEnterprisePolicies; absent in builds without them. */
  readonly policies?: { getExtensionPolicy(extensionId: string): unknown };
  readonly wm: {
    getMostRecentWindow(type: string): GeckoWindow | null;
    getEnumerator(type: string | null): Iterable<GeckoWindow>;
  };
  readonly strings: {
    createBundle(url: string): { getSimpleEnumeration(): Iterable<GeckoPropertyElement> };
  };
};
declare const Cc: Record<
  string,
  { createInstance(type: unknown): unknown; getService(type: unknown): unknown }
>;
declare const Ci: Record<string, unknown>;
declare const Cr: Record<string, number>;
declare const Components: {
  isSuccessCode(code: number): boolean;
  Exception(message: string, result: number | undefined): Error;
};
declare const ChromeUtils: {
  importESModule(url: string): Record<string, unknown>;
  generateQI(interfaces: readonly string[]): unknown;
};

interface GeckoIdentity {
  readonly key: string;
  readonly email: string;
  smtpServerKey: string;
}

interface GeckoFolder {
  getFolderWithFlags(flags: number): GeckoFolder | null;
}

/** nsIUrlListener. */
interface GeckoUrlListener {
  OnStartRunningUrl(url: unknown): void;
  OnStopRunningUrl(url: unknown, status: number): void;
}

interface GeckoIncomingServer {
  readonly rootFolder: GeckoFolder;
  getNewMessages(folder: GeckoFolder, window: null, listener: GeckoUrlListener): void;
  readonly key: string;
  readonly type: string;
  readonly hostname: string;
  readonly port: number;
  readonly username: string;
  readonly socketType: number;
  readonly authMethod: number;
  /** What is in memory; asks nobody. */
  readonly password: string;
}

interface GeckoAccount {
  readonly key: string;
  readonly incomingServer: GeckoIncomingServer | null;
  readonly identities: readonly GeckoIdentity[];
}

/** nsIMsgOutgoingServer; the SMTP fields exist only after QueryInterface(nsISmtpServer). */
interface GeckoOutgoingServer {
  readonly key: string;
  readonly type: string;
  description: string;
  username: string;
  authMethod: number;
  socketType: number;
  closeCachedConnections(): void;
  QueryInterface(type: unknown): GeckoSmtpServer;
}

interface GeckoSmtpServer extends GeckoOutgoingServer {
  hostname: string;
  port: number;
  readonly wrappedJSObject: {
    password: string;
    forgetPassword?: () => void;
    readonly _busyConnections: readonly unknown[];
  };
}

interface GeckoMailServices {
  readonly accounts: {
    readonly accounts: readonly GeckoAccount[];
    getAccount(key: string): GeckoAccount | null;
    getIdentity(key: string): GeckoIdentity | null;
    readonly allIdentities: readonly GeckoIdentity[];
  };
  readonly headerParser: {
    parseEncodedHeaderW(header: string): readonly { readonly email: string }[];
  };
  readonly mimeConverter: GeckoMimeConverter;
  readonly outgoingServer: {
    readonly servers: readonly GeckoOutgoingServer[];
    defaultServer: GeckoOutgoingServer | null;
    getServerByIdentity(identity: GeckoIdentity): GeckoOutgoingServer | null | undefined;
    createServer(type: string): GeckoOutgoingServer;
    deleteServer(server: GeckoOutgoingServer): void;
  };
}

/** nsIMsgSendLater, and the listener it calls back. */
interface GeckoSendLater {
  readonly sendingMessages: boolean;
  getUnsentMessagesFolder(identity: GeckoIdentity | null): GeckoUnsentFolder | null;
  sendUnsentMessages(identity: GeckoIdentity | null): void;
  addListener(listener: GeckoSendLaterListener): void;
  removeListener(listener: GeckoSendLaterListener): void;
}
interface GeckoUnsentFolder {
  readonly messages: Iterable<{ readonly messageId: string }>;
  getTotalMessages(deep: boolean): number;
}
interface GeckoSendLaterListener {
  QueryInterface: unknown;
  onStartSending(total: number): void;
  onMessageStartSending(current: number, total: number, header: { readonly messageId: string } | null): void;
  onMessageSendProgress(): void;
  onMessageSendError(): void;
  onStopSending(status: number, message: string, tried: number, sent: number): void;
}

/** The parts of ExtensionCommon that a parent script is given as globals. */
interface GeckoContext {
  readonly extension: GeckoExtension;
}
interface GeckoExtension {
  readonly id: string;
  readonly windowManager: { getWrapper(window: GeckoWindow): { readonly id: number } | undefined };
}
interface GeckoFire {
  readonly wakeup?: () => Promise<void>;
  async(...values: unknown[]): Promise<unknown>;
}
declare class ExtensionAPIPersistent {
  readonly extension: GeckoExtension;
  PERSISTENT_EVENTS: Record<string, (options: { fire: GeckoFire }) => PersistentRegistration>;
  onShutdown(isAppShutdown: boolean): void;
  getAPI(context: GeckoContext): object;
}
interface PersistentRegistration {
  unregister(): void;
  convert(fire: GeckoFire): void;
}
declare const ExtensionCommon: {
  EventManager: new (options: {
    context: GeckoContext;
    module: string;
    event: string;
    extensionApi: ExtensionAPIPersistent;
  }) => { api(): object };
};
declare const console: { error(...values: unknown[]): void };
