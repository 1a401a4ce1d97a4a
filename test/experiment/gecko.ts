// As much of Thunderbird's globals as the Experiment's parent script reads when it judges where a password may go:
// two accounts, their entries, a policy. Set before the scripts are imported, since they look at import.

interface Entry {
  readonly key: string;
  readonly hostname: string;
  readonly port: number;
  readonly socketType: number;
  readonly username: string;
  readonly authMethod: number;
  QueryInterface(): Entry;
}

const entry = (
  key: string,
  hostname: string,
  port: number,
  socketType: number,
  username: string,
  authMethod = 3,
): Entry => ({
  key,
  hostname,
  port,
  socketType,
  username,
  authMethod,
  QueryInterface() {
    return this;
  },
});

const entries = [
  entry("smtp1", "smtp.alice.example", 587, 2, "alice@firm.co.uk"),
  entry("smtp2", "smtp.bob.example", 465, 3, "bob@other.example"),
  entry("smtp4", "smtp.relay.example", 587, 2, "dora@elsewhere.example"),
  entry("smtp3", "smtp.open.example", 25, 0, "carol@third.example"),
  entry("smtp5", "smtp.silent.example", 587, 2, "erin@third.example", 1),
  entry("smtp6", "smtp.token.example", 587, 2, "erin@third.example", 10),
  entry("smtp7", "smtp.plain.example", 0, 2, "fay@third.example"),
];

const identity = (key: string, email: string, smtpServerKey: string) => ({ key, email, smtpServerKey });
export const alice = identity("id1", "alice@firm.co.uk", "smtp1");
export const bob = identity("id2", "bob@other.example", "smtp2");
export const open = identity("id3", "carol@third.example", "smtp3");

/** Does not sign in. */
export const silent = identity("id5", "erin@third.example", "smtp5");
/** Signs in with a token. */
export const onToken = identity("id6", "erin@third.example", "smtp6");

/** Its entry names no port. */
export const onUsualPort = identity("id7", "fay@third.example", "smtp7");

/** Names no entry, and so sends through the default one. */
export const onDefault = identity("id4", "dora@elsewhere.example", "");

const accounts = [
  {
    key: "account1",
    identities: [alice],
    incomingServer: { hostname: "imap.alice.example", username: "alice@firm.co.uk" },
  },
  {
    key: "account2",
    identities: [bob],
    incomingServer: { hostname: "imap.bob.example", username: "bob@other.example" },
  },
  {
    key: "account4",
    identities: [onDefault],
    incomingServer: { hostname: "imap.elsewhere.example", username: "dora@elsewhere.example" },
  },
  { key: "account3", identities: [open], incomingServer: null },
];

const suffixes = ["co.uk", "example", "test"];

/** Like the real one: throws for a suffix itself and for an address. */
function getBaseDomainFromHost(host: string): string {
  const suffix = suffixes.find((one) => host.endsWith(`.${one}`));
  if (suffix === undefined) {
    throw new Error("NS_ERROR_INSUFFICIENT_DOMAIN_LEVELS");
  }
  const label = host
    .slice(0, -suffix.length - 1)
    .split(".")
    .at(-1);
  return `${label ?? ""}.${suffix}`;
}

export const extensionId = "caller@example";
const policies: Readonly<Record<string, unknown>> = {
  [extensionId]: {
    outgoingServers: [
      { domain: "firm.co.uk", host: "Relay.Company.example", port: 587, security: "starttls" },
    ],
  },
};

const MailServices = {
  accounts: { accounts },
  outgoingServer: {
    servers: entries,
    getServerByIdentity: ({ smtpServerKey }: { readonly smtpServerKey: string }) =>
      entries.find(({ key }) => key === (smtpServerKey || "smtp4")),
  },
};

Object.assign(globalThis, {
  ChromeUtils: {
    importESModule: () => ({ MailServices, OAuth2Providers: { getHostnameDetails: () => undefined } }),
  },
  Ci: {
    nsMsgSocketType: { plain: 0, alwaysSTARTTLS: 2, SSL: 3 },
    nsMsgAuthMethod: { none: 1, passwordCleartext: 3, OAuth2: 10 },
    nsISmtpServer: {},
  },
  Services: {
    prefs: {
      getCharPref: (_name: string, fallback: string) => fallback,
      prefHasUserValue: () => false,
    },
    eTLD: { getBaseDomainFromHost },
    policies: { getExtensionPolicy: (id: string) => policies[id] ?? null },
  },
});
