// The mail hosts of the lab, as data. A case may override single fields of a host (case-file.ts, `world`).
// Every host has a real name, an own 127.0.0.x address and the real ports; what runs there is exim.ts and dovecot.ts.

/** How one SMTP port behaves. AUTH is offered only inside TLS, unless `signInBeforeTls`. */
export interface Port {
  readonly tls: "none" | "starttls" | "implicit";
  readonly signIn: boolean;
  readonly signInBeforeTls?: boolean;
}

export interface Host {
  readonly name: string;
  readonly address: string;
  /** Domains whose mailboxes live here: accepted without sign-in, and only their users can sign in. */
  readonly domains: readonly string[];
  /** SMTP ports that listen; any other port refuses the connection. */
  readonly ports: Readonly<Record<string, Port>>;
  readonly mechanisms: readonly ("PLAIN" | "LOGIN" | "CRAM-MD5")[];
  readonly certificate: "ca" | "self-signed" | "other-name";
  /** Refuse MAIL FROM another address than the one signed in. */
  readonly senderMustMatch: boolean;
  /** Refuse unauthenticated relaying in these words (Exim's own by default). */
  readonly relayDenied: string;
  readonly imap: boolean;
}

const company: Host = {
  name: "mail.example.test",
  address: "127.0.0.10",
  domains: ["example.test"],
  ports: {
    25: { tls: "starttls", signIn: false },
    465: { tls: "implicit", signIn: true },
    587: { tls: "starttls", signIn: true },
  },
  mechanisms: ["PLAIN", "LOGIN"],
  certificate: "ca",
  senderMustMatch: false,
  relayDenied: "relay not permitted",
  imap: true,
};

/** Names without an entry here (`smtp.gone.test`) do not resolve. */
export const hosts: readonly Host[] = [
  company,
  { ...company, name: "mail.other.test", address: "127.0.0.11", domains: ["other.test"] },
  // Hosts none of the users' domains: nobody can sign in, everything else is relaying.
  { ...company, name: "smtp.oldprovider.test", address: "127.0.0.12", domains: [], imap: false },
  // Resolves, and refuses every connection.
  { ...company, name: "smtp.refusing.test", address: "127.0.0.13", domains: [], ports: {}, imap: false },
];

export type HostOverrides = Readonly<Record<string, Partial<Omit<Host, "name" | "address">>>>;

/** The hosts with a case's overrides applied; an override for an unknown host is an error in the case file. */
export function hostsWith(overrides: HostOverrides): readonly Host[] {
  for (const name of Object.keys(overrides)) {
    if (!hosts.some((host) => host.name === name)) throw new Error(`no host ${name} in world/hosts.ts`);
  }
  return hosts.map((host) => ({ ...host, ...overrides[host.name] }));
}
