// What the built-in extension APIs keep for themselves and this Experiment shares (ext-mail.js, ExtensionMessages,
// ExtensionToolbarButtons): only as far as it is used.

interface GeckoExtension {
  readonly messageManager: { convert(mail: GeckoArrivedMail): { readonly id: number } | null };
}

/** The global of the built-in parent scripts. */
interface GeckoExtensionGlobal {
  readonly windowTracker: {
    addListener(type: "MsgsLoaded", listener: { handleEvent(event: GeckoMessagesLoaded): void }): void;
    removeListener(type: "MsgsLoaded", listener: { handleEvent(event: GeckoMessagesLoaded): void }): void;
  };
  readonly tabTracker: { getId(tab: object): number };
  readonly messageTracker: {
    on(event: "messages-received", listener: GeckoMailsArrived): void;
    off(event: "messages-received", listener: GeckoMailsArrived): void;
  };
  readonly messageDisplayAction: { for(extension: GeckoExtension): GeckoToolbarButton | undefined };
}

type GeckoMailsArrived = (
  event: string,
  folder: GeckoMessageFolder,
  mails: readonly GeckoArrivedMail[],
) => void;

/** Fired at about:message, with the message; and at the summary of several, without. */
interface GeckoMessagesLoaded {
  readonly target: {
    readonly tabOrWindow?: object;
    readonly documentGlobal?: { readonly tabOrWindow?: object };
  };
  readonly detail?: readonly (GeckoMessageHeader | null)[] | null;
}

/** nsIMsgDBHdr */
interface GeckoMessageHeader {
  readonly author: string;
  readonly mime2DecodedSubject: string;
}

/** ExtensionMessages' copy of one. */
interface GeckoArrivedMail {
  readonly author: string | null;
  /** Decoded. */
  readonly subject: string;
}

interface GeckoMessageFolder {
  readonly flags: number;
}

interface GeckoToolbarButton {
  getProperty(details: { readonly tabId?: number }, name: "enabled"): boolean;
  setProperty(details: { readonly tabId?: number }, name: "enabled", value: boolean): Promise<void>;
}

interface GeckoMimeConverter {
  decodeMimeHeader(header: string, charset: null, override: boolean, unfold: boolean): string;
}
