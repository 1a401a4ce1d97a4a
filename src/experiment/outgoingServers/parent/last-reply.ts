// The last words of an SMTP server: kept per client by reading along in SmtpClient, asked for when a send fails.
// Keeps refusals only (code 400 and above), so no sign-in challenge is ever held. Bounded: a server may talk forever.

import { readAlong } from "./hook.js";
import { isSecurityError } from "./certificate-fault.js";

type Reply = Pick<
  messenger.outgoingServers.SendFailure,
  "stage" | "code" | "enhancedCode" | "lines" | "fault" | "secure" | "offeredAuth"
>;

export interface SmtpClientInternals {
  readonly _server: { readonly key?: string };
  readonly _currentAction: { readonly name?: string } | null;
  readonly _envelope: { readonly messageId?: string } | null;
  readonly _secureTransport?: boolean;
  readonly _supportedAuthMethods: readonly string[];
  readonly _capabilities: readonly string[];
  readonly socket: { readonly readyState?: string } | false;
  _parse(chunk: string): unknown;
  _onCommand(command: { readonly statusCode: number | null }): unknown;
  connect(): unknown;
}

/** One client's connection so far. */
interface Track {
  readonly client: SmtpClientInternals;
  raw: string;
  /** What the client held when it last connected: the message before, or none. It is given its message once signed in. */
  before: SmtpClientInternals["_envelope"];
  /** Whether the server has said anything on the present connection. */
  spoke: boolean;
  refused: Pick<Reply, "stage" | "code" | "enhancedCode" | "lines"> | null;
}

const maximumRaw = 16_384;
const maximumLines = 50;
const maximumTracks = 16;

let tracks: Track[] = [];

function trackOf(client: SmtpClientInternals): Track {
  const known = tracks.find((track) => track.client === client);
  if (known) {
    return known;
  }
  const track: Track = { client, raw: "", before: null, spoke: false, refused: null };
  tracks = [...tracks.slice(1 - maximumTracks), track];
  return track;
}

/** Installs the three hooks; answers the function that takes them out. */
export function rememberReply(prototype: SmtpClientInternals): () => void {
  const hooks = [
    readAlong(prototype, "_parse", (client, chunk) => {
      const track = trackOf(client);
      track.raw = (track.raw + chunk).slice(-maximumRaw);
      track.spoke = true;
    }),
    readAlong(prototype, "_onCommand", (client, { statusCode }) => {
      note(trackOf(client), statusCode);
    }),
    readAlong(prototype, "connect", (client) => {
      const track = trackOf(client);
      track.refused = null;
      track.spoke = client.socket !== false && client.socket.readyState === "open";
      track.raw = "";
      track.before = client._envelope;
      // The one that connected last stands last.
      tracks = [...tracks.filter((one) => one !== track), track];
    }),
  ];
  return () => {
    for (const unhook of hooks) {
      unhook();
    }
    tracks = [];
  };
}

function note(track: Track, code: number | null): void {
  const raw = track.raw;
  track.raw = "";
  if (code !== null && code < 400) {
    return;
  }
  const lines = raw.split(/\r?\n/).filter((line) => line.trim() !== "");
  const block = lines
    .slice(-maximumLines)
    .map((line) => /^(?:\d{3}[ -]?)?(?:(\d\.\d{1,3}\.\d{1,3}) )?(.*)/s.exec(line));
  track.refused = {
    stage: stageOf(track.client._currentAction?.name),
    code,
    lines: block.map((match) => match?.[2] ?? ""),
    enhancedCode: block.find((match) => match?.[1] !== undefined)?.[1] ?? null,
  };
}

const stages: Readonly<Record<string, Reply["stage"]>> = {
  _actionGreeting: "greeting",
  _actionEHLO: "ehlo",
  _actionHELO: "ehlo",
  _actionSTARTTLS: "starttls",
  _actionMAIL: "mail",
  _actionRCPT: "rcpt",
  _actionDATA: "data",
  _actionStream: "data",
};

/** Thunderbird's steps of signing in are those that begin so, and the only ones that are functions without a name. */
function stageOf(action = "none"): Reply["stage"] {
  return stages[action] ?? (action === "" || action.startsWith("_actionAUTH") ? "auth" : "unknown");
}

/**
 * What is known about the failed send of one message through one entry. `begun`: Thunderbird had an entry to send through;
 * which, it may not be able to say any more (`serverId` null), and then the message alone tells which reply is meant.
 */
export function refusalOf(failed: {
  readonly serverId: string | null;
  readonly messageId: string;
  readonly exitCode: number;
  readonly begun: boolean;
}): Reply {
  const none = { code: null, enhancedCode: null, lines: [], secure: null, offeredAuth: null };
  if (!failed.begun) {
    return { ...none, stage: "connect", fault: "no-server" };
  }
  const track = trackMeant(failed.serverId, failed.messageId);
  const heard = track?.refused ?? null;
  const connection = {
    secure: track?.spoke ? track.client._secureTransport === true : null,
    offeredAuth: track?.spoke ? [...track.client._supportedAuthMethods] : null,
  };
  if (heard === null || heard.lines.length === 0) {
    return { ...none, ...connection, ...silentFault(track, failed.exitCode) };
  }
  return { ...connection, ...heard, fault: null };
}

function trackMeant(serverId: string | null, messageId: string): Track | undefined {
  if (serverId === null) {
    return messageId === ""
      ? undefined
      : tracks.findLast(({ client }) => client._envelope?.messageId === messageId);
  }
  const ofEntry = tracks.filter(({ client }) => client._server.key === serverId);
  return (
    ofEntry.findLast(({ client }) => client._envelope?.messageId === messageId) ??
    ofEntry.findLast(
      ({ client, before }) => client._envelope === before || client._envelope?.messageId === undefined,
    )
  );
}

/** No reply to show: the connection failed, or the client itself gave up before asking. */
function silentFault(track: Track | undefined, exitCode: number): Pick<Reply, "stage" | "fault"> {
  const faults: readonly (readonly [string, Reply["fault"]])[] = [
    ["NS_ERROR_CONNECTION_REFUSED", "unreachable"],
    ["NS_ERROR_UNKNOWN_HOST", "unreachable"],
    ["NS_ERROR_NET_TIMEOUT", "timeout"],
    ["NS_ERROR_NET_RESET", "interrupted"],
    ["NS_ERROR_NET_INTERRUPT", "interrupted"],
  ];
  const known = faults.find(([name]) => Cr[name] === exitCode)?.[1];
  if (known !== undefined) {
    return { stage: "connect", fault: known };
  }
  if (isSecurityError(exitCode)) {
    return { stage: "starttls", fault: "certificate" };
  }
  const action = track?.client._currentAction?.name ?? "";
  if (action === "_actionEHLO") {
    const noStartTls =
      track?.client._secureTransport !== true && !track?.client._capabilities.includes("STARTTLS");
    return noStartTls
      ? { stage: "starttls", fault: "starttls-not-offered" }
      : { stage: "auth", fault: "sign-in-not-offered" };
  }
  return { stage: "unknown", fault: "other" };
}
