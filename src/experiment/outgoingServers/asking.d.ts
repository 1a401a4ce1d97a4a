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
    toStranger: "accepted" | "refused" | null;
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
    proofId: string | null;
    transcript: string[];
  }

  type DiscoverySource = "disk" | "isp" | "database" | "mx" | "srv";

  interface PublishedServer {
    hostname: string;
    port: number;
    security: Security;
    authMethods: AuthMethod[];
    username: string | null;
    ownNetworkOnly: boolean;
  }

  interface PublishedPage {
    is: "enable" | "documentation";
    url: string;
    words: string | null;
  }

  interface Discovery {
    result: "found" | "none" | "no-answer" | "disabled";
    vouched: boolean;
    servers: PublishedServer[];
    pages: PublishedPage[];
  }
}
