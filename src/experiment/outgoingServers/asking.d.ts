// The types of `look`, `verify` and `discover`: what is asked of servers and publishers, and what they answer.
// Pinned to the schema by test/repo/experiment-drift, like the rest.

declare namespace messenger.outgoingServers {
  interface Endpoint {
    hostname: string;
    port: number;
    security: Security;
  }

  interface Reply {
    code: number;
    enhancedCode: string | null;
    lines: string[];
  }

  type LookAnswer =
    | "answers"
    | "unknown-host"
    | "refused"
    | "silent"
    | "certificate"
    | "tls-failed"
    | "starttls-not-offered"
    | "not-smtp"
    | "turned-away"
    | "broken"
    | "cancelled";

  interface ServerLook {
    answer: LookAnswer;
    offeredAuth: string[];
    /** What a sender who has not signed in was told; null where that was not asked. */
    toStranger: "accepted" | "refused" | null;
    /** The refusal behind `turned-away` or `toStranger`. */
    reply: Reply | null;
    certificate: {
      reason: "other-name" | "self-signed" | "untrusted" | "expired" | "not-yet-valid" | "other";
      names: string[];
    } | null;
    speaks: string | null;
    addresses: string[];
  }

  /** That the password saved under this user name goes to this host. */
  interface Agreement {
    hostname: string;
    username: string;
  }

  interface VerifyRequest {
    operationId: string;
    identityId: string;
    properties: Properties;
    from: string;
    recipients: string[];
    passwords: PasswordSource[];
    /** What the user typed; null: only saved passwords. */
    password: string | null;
    /** What the user was shown and agreed to: that the password of this user goes to this host. */
    agreed: Agreement | null;
  }

  interface Verified {
    result:
      | "accepted"
      | "refused"
      | "fault"
      | "no-sign-in-offered"
      | "not-supported"
      | "no-password"
      | "needs-tls"
      | "needs-consent"
      | "too-many-log-ins"
      | "locked-out"
      | "locked"
      | "cancelled";
    stage: Stage;
    reply: Reply | null;
    fault: LookAnswer | null;
    logIns: number;
    passwordFrom: "typed" | "outgoing" | "incoming" | "token" | null;
    /** Names the log-in that was accepted, for `copyPassword`; forgotten after some minutes. */
    proofId: string | null;
    transcript: string[];
  }

  /** Files of the program's installation; the domain's own pages; the ISP database; both for its mail exchanger; DNS. */
  type DiscoverySource = "disk" | "isp" | "database" | "mx" | "srv";

  interface PublishedServer {
    /** May hold %EMAILDOMAIN%; what asks for more of the address is to be left out. */
    hostname: string;
    port: number;
    security: Security;
    /** In the publisher's order; empty where it does not say. */
    authMethods: AuthMethod[];
    /** May hold %EMAILDOMAIN%, %EMAILLOCALPART%, %EMAILADDRESS%; null where the publisher does not say. */
    username: string | null;
    ownNetworkOnly: boolean;
  }

  /** A page the publisher points to: where mail programs are let in, or about the settings. */
  interface PublishedPage {
    is: "enable" | "documentation";
    /** https. */
    url: string;
    /** The publisher's words, in the language Thunderbird runs in where there are some. */
    words: string | null;
  }

  interface Discovery {
    /** `disabled`: by Thunderbird's preferences for its own account set-up. */
    result: "found" | "none" | "no-answer" | "disabled";
    /** Said over HTTPS by the domain or the ISP database, or by the program's own files. */
    vouched: boolean;
    servers: PublishedServer[];
    pages: PublishedPage[];
  }
}
