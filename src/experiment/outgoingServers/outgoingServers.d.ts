// The API as extensions see it, in Thunderbird's own names; pinned to schema and code by test/repo/experiment-drift.

declare namespace messenger.outgoingServers {
  type Security = "none" | "starttls" | "tls";
  type SavedPassword = "yes" | "no" | "locked";
  type Property = "hostname" | "port" | "security" | "authMethod" | "username";
  type Refused = "locked" | "gone" | "not-smtp" | "busy" | "invalid" | "primary-password";
  type CopiedPassword = "copied" | "already-saved" | "none-saved" | "withheld" | "locked";
  type Stage = "connect" | "greeting" | "ehlo" | "starttls" | "auth" | "mail" | "rcpt" | "data" | "unknown";

  type AuthMethod =
    | "unset"
    | "none"
    | "old"
    | "passwordCleartext"
    | "passwordEncrypted"
    | "gssapi"
    | "ntlm"
    | "external"
    | "secure"
    | "anything"
    | "oauth2"
    | "unknown";

  interface Properties {
    hostname?: string;
    port?: number;
    security?: Security;
    authMethod?: AuthMethod;
    username?: string;
  }

  interface OutgoingServer {
    id: string;
    type: string;
    description: string;
    isDefault: boolean;
    identityIds: string[];
    /** Only for type "smtp". */
    smtp: {
      hostname: string;
      port: number;
      security: Security;
      authMethod: AuthMethod;
      username: string;
      lockedProperties: Property[];
      /** Without a value of their own: they show Thunderbird's default. */
      unsetProperties: Property[];
      savedPassword: SavedPassword;
    } | null;
  }

  interface IncomingServer {
    type: string;
    hostname: string;
    port: number;
    security: Security;
    authMethod: AuthMethod;
    username: string;
    savedPassword: SavedPassword;
  }

  interface IdentityServer {
    /** The key the identity holds: null where it holds none, "" where that is the default's. */
    assignedId: string | null;
    server: OutgoingServer | null;
  }

  interface Outcome<Value> {
    refused: Refused | null;
    value: Value | null;
  }

  interface PasswordSource {
    incomingAccountId?: string;
    outgoingServerId?: string;
    proofId?: string;
  }

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

  interface VerifyRequest {
    operationId: string;
    identityId: string;
    properties: Properties;
    from: string;
    recipients: string[];
    passwords: PasswordSource[];
    /** What the user typed; null: only saved passwords. */
    password: string | null;
    /** The user was shown the host name and agreed that the password goes there. */
    userAgreed: boolean;
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
      | "locked"
      | "cancelled";
    stage: Stage;
    reply: Reply | null;
    fault: LookAnswer | null;
    logIns: number;
    passwordFrom: "typed" | "outgoing" | "incoming" | null;
    /** Names the log-in that was accepted, for `copyPassword`; forgotten after some minutes. */
    proofId: string | null;
    transcript: string[];
  }

  /** Files of the program's installation; the domain's own pages; the ISP database; both for its mail exchanger; DNS. */
  type DiscoverySource = "disk" | "isp" | "database" | "mx" | "srv";

  interface PublishedServer {
    /** May hold %EMAILDOMAIN%, %EMAILLOCALPART%, %EMAILADDRESS%. */
    hostname: string;
    port: number;
    security: Security;
    /** In the publisher's order; empty where it does not say. */
    authMethods: AuthMethod[];
    /** With the same placeholders; null where the publisher does not say. */
    username: string | null;
    ownNetworkOnly: boolean;
  }

  interface Discovery {
    /** `disabled`: by Thunderbird's preferences for its own account set-up. */
    result: "found" | "none" | "no-answer" | "disabled";
    /** Said over HTTPS by the domain or the ISP database, or by the program's own files. */
    vouched: boolean;
    servers: PublishedServer[];
  }

  type Fault =
    | "unreachable"
    | "timeout"
    | "interrupted"
    | "certificate"
    | "starttls-not-offered"
    | "sign-in-not-offered"
    | "no-server"
    | "other";

  interface UnsentSent {
    /** Why nothing was begun; `busy`: Thunderbird is sending, or one of its alerts is open. */
    refused: "busy" | "offline" | "empty" | null;
    sent: number;
    failed: number;
  }

  interface SendFailure {
    serverId: string | null;
    identityId: string | null;
    /** The compose window that holds the message; null for the Outbox and for sends without a window. */
    windowId: number | null;
    inOutbox: boolean;
    from: string;
    recipients: string[];
    stage: Stage;
    code: number | null;
    enhancedCode: string | null;
    lines: string[];
    fault: Fault | null;
    certificateError: string | null;
    secure: boolean | null;
    offeredAuth: string[] | null;
  }

  interface SendErrorText {
    name: string;
    text: string;
  }

  function list(): Promise<OutgoingServer[]>;
  function get(serverId: string): Promise<OutgoingServer | null>;
  function getByIdentity(identityId: string): Promise<IdentityServer | null>;
  function getIncoming(accountId: string): Promise<IncomingServer | null>;
  function create(properties: Properties, description: string): Promise<Outcome<OutgoingServer>>;
  function update(serverId: string, properties: Properties, unset: Property[]): Promise<Outcome<Properties>>;
  function assign(
    identityId: string,
    serverId: string | null,
    mayBeMissing: boolean,
  ): Promise<Outcome<{ serverId: string | null }>>;
  function remove(serverId: string, newDefaultId: string | null): Promise<Outcome<OutgoingServer>>;
  function copyPassword(
    from: PasswordSource,
    toServerId: string,
    identityId: string,
    credentialId: string,
  ): Promise<CopiedPassword>;
  function removePassword(credentialId: string): Promise<Outcome<null>>;
  function look(
    endpoint: Endpoint,
    envelope: { from: string; to: string } | null,
    operationId: string,
  ): Promise<ServerLook>;
  function verify(request: VerifyRequest): Promise<Verified>;
  function endOperation(operationId: string): Promise<null>;
  function discover(domain: string, source: DiscoverySource): Promise<Discovery>;
  function sendErrorTexts(): Promise<SendErrorText[]>;
  function countUnsent(): Promise<number>;
  function sendUnsent(): Promise<UnsentSent>;
  function openSettings(accountId: string): Promise<boolean>;
  const onSendFailed: WebExtEvent<(failure: SendFailure) => void>;
}
