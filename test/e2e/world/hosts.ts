// The mail hosts of the lab, as data. A case may override single fields of a host (case-file.ts, `world`).
// Every host has a real name, an own 127.0.0.x address and the real ports; what runs there is exim.ts and dovecot.ts.

import type { HostileManner } from "./hostile-smtp.js";

/** How one SMTP port behaves. AUTH is offered only inside TLS, unless `signInBeforeTls`. */
export interface Port {
  readonly tls: "none" | "starttls" | "implicit";
  readonly signIn: boolean;
  readonly signInBeforeTls?: boolean;
}

/** What answers on a port that no mail host has: see strangers.ts. */
export type Stranger = "silent" | "unanswered" | "busy" | "http" | "imap" | "empty-auth" | HostileManner;

/** What answers on the ports of a mail host: exim.ts and its like. */
export type Software = "exim" | "postfix" | "opensmtpd" | "chasquid";

export interface Host {
  readonly name: string;
  /** All but Exim take mail for their own domains into the users' IMAP mailboxes, and hand on the rest by MX. */
  readonly software: Software;
  readonly address: string;
  /** Further names that lead here; the certificate does not have them. */
  readonly otherNames: readonly string[];
  /** Runs only in the cases whose `world` names it, `{}` being enough; at rest it refuses connections. */
  readonly resting: boolean;
  /** Domains whose mailboxes live here: accepted without sign-in, and only their users can sign in. */
  readonly domains: readonly string[];
  /** SMTP ports that listen; any other port refuses the connection. */
  readonly ports: Readonly<Record<string, Port>>;
  readonly mechanisms: readonly ("PLAIN" | "LOGIN" | "CRAM-MD5" | "XOAUTH2")[];
  readonly certificate: "ca" | "self-signed" | "other-name";
  /** Refuse MAIL FROM another address than the one signed in. */
  readonly senderMustMatch: boolean;
  /** Addresses that every signed-in user may send as, all the same. */
  readonly aliases: readonly string[];
  /** By address: what sending takes in place of the mailbox's password (an app password). */
  readonly sendingPasswords: Readonly<Record<string, string>>;
  /** Users sign in with the local part of their address alone. */
  readonly localPartNames: boolean;
  /** Answer every log-in with "too many failed log-ins" (454), or with these words, after 535 if they name no code. */
  readonly lockedOut: boolean | string;
  /** Seconds it takes to answer a log-in, a recipient of a signed-in user, and the announcement of a message. */
  readonly slow: Readonly<Partial<Record<"auth" | "rcpt" | "data", number>>>;
  /** Relay without a log-in, as campus and company networks do for their own machines. */
  readonly relaysForAll: boolean;
  /** Ports where something else listens; not to be named in `ports` as well. */
  readonly strangers: Readonly<Record<string, Stranger>>;
  /** Relay, without a log-in, for a sender who has fetched mail a short time before. */
  readonly popBeforeSmtp: boolean;
  /** Takes mail from other servers alone; what is said there is no user's doing. */
  readonly exchanger: boolean;
  /** Recipients of its own domains refused in these words, or deferred where they begin with 4. Exim only. */
  readonly refuses: Readonly<Record<string, string>>;
  /** Refuse unauthenticated relaying in these words (Exim's own by default). */
  readonly relayDenied: string;
  /** Refuse an unknown recipient, and another sender than the one signed in, in these words; null: in Exim's. */
  readonly otherWords: string | null;
  readonly imap: boolean;
  /** Deliver mail for the own domains to the users' IMAP mailboxes, emptied when the case starts. */
  readonly inboxes: boolean;
  /** Domains passed on to another host, by its name, as mail servers do; what that refuses comes back as a bounce. */
  readonly onward: Readonly<Record<string, string>>;
}

const company: Host = {
  name: "mail.example.test",
  software: "exim",
  address: "127.0.0.10",
  otherNames: [],
  resting: false,
  domains: ["example.test"],
  ports: {
    25: { tls: "starttls", signIn: false },
    465: { tls: "implicit", signIn: true },
    587: { tls: "starttls", signIn: true },
  },
  mechanisms: ["PLAIN", "LOGIN"],
  certificate: "ca",
  senderMustMatch: false,
  aliases: [],
  sendingPasswords: {},
  localPartNames: false,
  lockedOut: false,
  slow: {},
  relaysForAll: false,
  popBeforeSmtp: false,
  strangers: {},
  exchanger: false,
  refuses: {},
  relayDenied: "relay not permitted",
  otherWords: null,
  imap: true,
  inboxes: false,
  onward: {},
};

/** Runs when a case names it, and does not offer IMAP: that is `imap.hosting.test`, which has no SMTP. */
const resting: Host = { ...company, resting: true, imap: false };

/** Names without an entry here (`smtp.gone.test`) do not resolve. */
export const hosts: readonly Host[] = [
  company,
  { ...company, name: "mail.other.test", address: "127.0.0.11", domains: ["other.test"] },
  // Hosts none of the users' domains: nobody can sign in, everything else is relaying.
  { ...company, name: "smtp.oldprovider.test", address: "127.0.0.12", domains: [], imap: false },
  // Resolves, and refuses every connection.
  {
    ...company,
    name: "smtp.refusing.test",
    address: "127.0.0.13",
    otherNames: [
      ...["smtp.retired.test", "smtp.srv.test", "smtp.ispdb.test", "smtp.plain.test"],
      ...["smtp.lured.test", "smtp.bombed.test", "smtp.strayed.test", "smtp.lookalike.test"],
      "smtp.wanadoo.fr",
    ],
    domains: [],
    ports: {},
    imap: false,
  },
  {
    ...company,
    name: "imap.hosting.test",
    address: "127.0.0.20",
    domains: [
      ...["shared.test", "plain.test", "retired.test", "srv.test", "ispdb.test"],
      ...["lured.test", "bombed.test", "strayed.test", "lookalike.test", "tricked.test", "uber.space"],
      ...["icloud.com", "wanadoo.fr"],
    ],
    ports: {},
  },
  // Shared hosting: the customers' own names lead to a server whose certificate has only the hoster's.
  {
    ...resting,
    name: "server1.hoster.test",
    address: "127.0.0.21",
    otherNames: ["mail.shared.test"],
    domains: ["shared.test"],
  },
  // Nothing is published for plain.test; the guide's guess is right.
  { ...resting, name: "mail.plain.test", address: "127.0.0.22", domains: ["plain.test"] },
  // The outgoing servers of three domains, each published in one way only.
  { ...resting, name: "out.hosting.test", address: "127.0.0.23", domains: ["retired.test"] },
  { ...resting, name: "submit.srv.test", address: "127.0.0.24", domains: ["srv.test"] },
  { ...resting, name: "relay.bigisp.test", address: "127.0.0.25", domains: ["ispdb.test"] },
  // Two real providers' names, for there are notes about those (src/engine/providers/notes).
  { ...resting, name: "smtp.mail.me.com", address: "127.0.0.29", domains: ["icloud.com"] },
  { ...resting, name: "smtp.orange.fr", address: "127.0.0.30", domains: ["wanadoo.fr"] },
  // Wants passwords of people it has nothing to do with, and has a valid certificate for each of its names.
  {
    ...resting,
    name: "smtp.bait.test",
    address: "127.0.0.27",
    domains: [],
    ports: {},
    strangers: { 587: "bait" },
  },
  {
    ...resting,
    name: "mail.xn--lklike-4nf4ia.test",
    address: "127.0.0.28",
    domains: [],
    ports: {},
    strangers: { 587: "bait" },
  },
  // Where the mail for elsewhere.test ends, for hosts that hand it on.
  {
    ...resting,
    name: "mx.elsewhere.test",
    address: "127.0.0.30",
    domains: ["elsewhere.test"],
    ports: { 25: { tls: "starttls", signIn: false } },
    exchanger: true,
    refuses: {
      "nobody@elsewhere.test": "550 5.1.1 <$local_part@$domain>: Recipient address rejected: User unknown",
      "full@elsewhere.test": "552 5.2.2 <$local_part@$domain>: Mailbox full",
      "grey@elsewhere.test": "451 4.7.1 Greylisted, please try again in 300 seconds",
    },
  },
  // Accepts connections and never says a word.
  {
    ...resting,
    name: "smtp.silent.test",
    address: "127.0.0.26",
    domains: [],
    ports: {},
    strangers: { 25: "silent", 465: "silent", 587: "silent" },
  },
];

export type HostOverrides = Readonly<
  Record<string, Partial<Omit<Host, "name" | "address" | "otherNames" | "resting">>>
>;

/** The hosts of a case, with its overrides applied; an override for an unknown host is an error in the case file. */
export function hostsWith(overrides: HostOverrides): readonly Host[] {
  for (const name of Object.keys(overrides)) {
    if (!hosts.some((host) => host.name === name)) throw new Error(`no host ${name} in world/hosts.ts`);
  }
  const awake = hosts.filter((host) => !host.resting || host.name in overrides);
  return awake.map((host) => ({ ...host, ...overrides[host.name] }));
}
