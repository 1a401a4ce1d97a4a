// What the lab's domains publish about their outgoing servers, as data: autoconfig pages, entries of the ISP database,
// MX and SRV records. Served by settings-pages.ts and name-server.ts; a domain not mentioned publishes nothing.

export interface PublishedServer {
  readonly host: string;
  readonly port: number;
  readonly socketType: "plain" | "SSL" | "STARTTLS";
  readonly authentication?: readonly string[];
}

/**
 * `silent`: takes the request and never answers. `huge`: ten megabytes. `home-page`: HTML, whatever is asked for.
 * `entities`: an autoconfig file whose host name would be gigabytes of text, were its entities written out.
 */
export type Page =
  | { readonly servers: readonly PublishedServer[]; readonly letIn?: LetIn }
  | { readonly redirect: string }
  | { readonly trick: "silent" | "huge" | "home-page" | "entities" };

/** <enable>: where mail programs are let in, and the words about it. */
export interface LetIn {
  readonly url: string;
  readonly words: string;
}

export interface Srv {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

export const databaseHost = "settings.lab.test";

const submission = (host: string): PublishedServer => ({ host, port: 587, socketType: "STARTTLS" });

/** By address, without "https://". Their names lead to the lab's one web server, with a certificate for each. */
export const pages: Readonly<Record<string, Page>> = {
  "autoconfig.retired.test/mail/config-v1.1.xml": {
    servers: [submission("out.hosting.test")],
    letIn: { url: "https://help.retired.test/let-in", words: "Mail programs are let in by a switch." },
  },
  [`${databaseHost}/v1.1/ispdb.test`]: { servers: [submission("relay.bigisp.test")] },
  // The owner of customer.test's mail exchanger is in the database, that of branch.test's has a page.
  [`${databaseHost}/v1.1/bigisp.test`]: {
    servers: [{ ...submission("relay.bigisp.test"), authentication: ["OAuth2", "password-cleartext"] }],
  },
  "autoconfig.hoster.test/mail/config-v1.1.xml": { servers: [submission("server1.hoster.test")] },
  "wellknown.test/.well-known/autoconfig/mail/config-v1.1.xml": {
    servers: [submission("mail.%EMAILDOMAIN%")],
  },
  "autoconfig.moved.test/mail/config-v1.1.xml": {
    redirect: "https://autoconfig.retired.test/mail/config-v1.1.xml",
  },
  "autoconfig.renamed.test/mail/config-v1.1.xml": {
    redirect: "https://settings.renamed.test/mail.xml",
  },
  "settings.renamed.test/mail.xml": { servers: [submission("mail.renamed.test")] },
  "autoconfig.downgraded.test/mail/config-v1.1.xml": {
    redirect: "http://autoconfig.retired.test/mail/config-v1.1.xml",
  },
  "autoconfig.huge.test/mail/config-v1.1.xml": { trick: "huge" },
  "autoconfig.homepage.test/mail/config-v1.1.xml": { trick: "home-page" },
  // A web site that sends everything to another owner's, which names its own server.
  "autoconfig.lured.test/mail/config-v1.1.xml": {
    redirect: "https://autoconfig.bait.test/mail/config-v1.1.xml",
  },
  "autoconfig.bait.test/mail/config-v1.1.xml": { servers: [submission("smtp.bait.test")] },
  // A mail domain that is itself a public suffix: a stranger has registered "autoconfig" below it.
  "autoconfig.uber.space/mail/config-v1.1.xml": { servers: [submission("smtp.bait.test")] },
  // Whoever answers for the name server says that tricked.test is hosted by bait.test.
  [`${databaseHost}/v1.1/bait.test`]: { servers: [submission("smtp.bait.test")] },
  "autoconfig.bombed.test/mail/config-v1.1.xml": { trick: "entities" },
  "bombed.test/.well-known/autoconfig/mail/config-v1.1.xml": { trick: "huge" },
  "autoconfig.mute.test/mail/config-v1.1.xml": { trick: "silent" },
  [`${databaseHost}/v1.1/mute.test`]: { servers: [submission("relay.bigisp.test")] },
};

export const mx: Readonly<Record<string, string>> = {
  "customer.test": "mx1.in.bigisp.test",
  "branch.test": "mx.hoster.test",
  "srv.test": "mail.srv.test",
  "tricked.test": "mx.bait.test",
  // Recipients' domains: taken, refused (Exim does not host it), and nobody answers.
  "elsewhere.test": "mx.elsewhere.test",
  "onward.test": "mx.onward.test",
  "refusing.test": "mx.refusing.test",
};

/** Mail exchangers that answer under a name of their own, by the address of a host in hosts.ts. */
export const exchangers: Readonly<Record<string, string>> = {
  "mx.elsewhere.test": "127.0.0.30",
  "mx.onward.test": "127.0.0.12",
  "mx.refusing.test": "127.0.0.13",
};

export const srv: Readonly<Record<string, readonly Srv[]>> = {
  "_submission._tcp.srv.test": [
    { priority: 20, weight: 0, port: 2525, target: "backup.srv.test" },
    { priority: 10, weight: 0, port: 587, target: "submit.srv.test" },
  ],
  // Whoever answers for the name server: an address, and another owner's host.
  "_submissions._tcp.strayed.test": [{ priority: 0, weight: 0, port: 465, target: "127.0.0.27" }],
  "_submission._tcp.strayed.test": [{ priority: 0, weight: 0, port: 587, target: "smtp.bait.test" }],
  // "lookalike" with two letters o and one a from the Cyrillic alphabet, in the form that DNS has for it.
  "_submission._tcp.lookalike.test": [
    { priority: 0, weight: 0, port: 587, target: "mail.xn--lklike-4nf4ia.test" },
  ],
  "_submissions._tcp.withdrawn.test": [{ priority: 0, weight: 0, port: 0, target: "" }],
};

/** Names the name server keeps silent about. */
export const unanswered: readonly string[] = ["mutedns.test"];
