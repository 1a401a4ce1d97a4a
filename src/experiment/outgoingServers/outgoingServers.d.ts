// The API as extensions see it, in Thunderbird's own names; pinned to schema and code by test/repo/experiment-drift. What each
// type and field means is said in the schema. The types of what asks servers and publishers are in asking.d.ts.

declare namespace messenger.outgoingServers {
  type Part = "notice" | "read" | "change" | "ask";
  type Security = "none" | "starttls" | "tls";
  type SavedPassword = "yes" | "no" | "locked";
  type Property = "hostname" | "port" | "security" | "authMethod" | "username";
  type Refused = "locked" | "gone" | "not-smtp" | "busy" | "invalid" | "primary-password";
  type PasswordTakenBack = "removed" | "restored" | "changed-since" | "used-elsewhere" | "none";
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
    smtp: {
      hostname: string;
      port: number;
      security: Security;
      authMethod: AuthMethod;
      username: string;
      lockedProperties: Property[];
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
    samePasswordAs: string[];
  }

  interface IdentityServer {
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
    refused: "busy" | "offline" | "empty" | null;
    sent: number;
    failed: number;
  }

  interface Unsent {
    sending: boolean;
    messageIds: string[];
    gone: string[];
  }

  interface SendFailure {
    serverId: string | null;
    identityId: string | null;
    windowId: number | null;
    /** Milliseconds since 1970. */
    at: number;
    inOutbox: boolean;
    messageId: string | null;
    from: string;
    recipients: string[];
    stage: Stage;
    code: number | null;
    enhancedCode: string | null;
    lines: string[];
    fault: Fault | null;
    secure: boolean | null;
    offeredAuth: string[] | null;
  }

  interface AlertClosed {
    windowId: number | null;
  }

  interface SendErrorText {
    name: string;
    text: string;
  }

  interface ReturnedMessage {
    messageId: number;
    author: string;
    subject: string;
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
  function removePassword(credentialId: string, serverId: string): Promise<Outcome<PasswordTakenBack>>;
  function look(
    endpoint: Endpoint,
    envelope: { from: string; to: string } | null,
    operationId: string,
  ): Promise<ServerLook>;
  function verify(request: VerifyRequest): Promise<Verified>;
  function endOperation(operationId: string): Promise<null>;
  function discover(domain: string, source: DiscoverySource): Promise<Discovery>;
  function getMissing(): Promise<Part[]>;
  function sendErrorTexts(): Promise<SendErrorText[]>;
  function countUnsent(): Promise<number>;
  function getUnsent(): Promise<Unsent>;
  function sendUnsent(): Promise<UnsentSent>;
  function getMail(accountId: string): Promise<boolean>;
  function openSettings(accountId: string): Promise<boolean>;
  function setReminder(isOn: boolean): Promise<null>;
  const onSendFailed: WebExtEvent<(failure: SendFailure) => void>;
  const onSendAlertClosed: WebExtEvent<(closed: AlertClosed) => void>;
  const onMessagesReturned: WebExtEvent<(messages: ReturnedMessage[]) => void>;
  const onReminded: WebExtEvent<() => void>;
}
