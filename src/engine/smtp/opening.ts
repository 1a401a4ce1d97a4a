// Everything before a log-in: connect, greeting, EHLO, and with STARTTLS the upgrade and EHLO again.
// The probe and the proof both begin like this.

import type { Security } from "../model/server-settings.js";
import { recogniseInterceptor, type Interceptor } from "./banner.js";
import type { Dialogue } from "./dialogue.js";
import { clientNameOf, ehlo, type Capabilities } from "./ehlo.js";
import { greet } from "./greeting.js";
import type { Step } from "./outcome.js";
import { atUpgrade, upgrade } from "./starttls.js";

/** What to open; host and port are the stream's, `host` is only compared with what the server calls itself. */
export interface Opening {
  readonly host: string;
  readonly security: Security;
  /** What to call ourselves; null: an address literal, as Thunderbird does. */
  readonly clientName: string | null;
}

/** Filled in as far as the session gets, so that a failure half-way loses nothing. */
export interface Opened {
  greeting: readonly string[] | null;
  interceptor: Interceptor | null;
  /** From EHLO in plain text; null with security "tls". */
  beforeTls: Capabilities | null;
  /** From EHLO inside TLS; null with security "none". */
  insideTls: Capabilities | null;
  /** The encryption stands and the server's certificate was accepted. */
  secure: boolean;
}

export function nothingOpened(): Opened {
  return { greeting: null, interceptor: null, beforeTls: null, insideTls: null, secure: false };
}

/** Null when the connection is ready for a log-in or an envelope. */
export function* open(dialogue: Dialogue, to: Opening, opened: Opened): Step {
  const greeting = yield* greet(dialogue);
  if (greeting.kind !== "reply") {
    return greeting;
  }
  opened.greeting = greeting.lines;
  opened.secure = to.security === "tls";
  const clientName = to.clientName ?? clientNameOf(dialogue.localAddress);
  const first = yield* ehlo(dialogue, clientName);
  const said = first.kind === "capabilities" ? [...greeting.lines, ...first.keywords] : greeting.lines;
  opened.interceptor = recogniseInterceptor(said, to.host);
  if (first.kind !== "capabilities") {
    return first;
  }
  if (to.security === "tls") {
    opened.insideTls = first;
    return null;
  }
  opened.beforeTls = first;
  if (to.security === "none") {
    return null;
  }
  const stopped = yield* upgrade(dialogue, first);
  if (stopped !== null) {
    return stopped;
  }
  const second = yield* ehlo(dialogue, clientName);
  if (second.kind !== "capabilities") {
    return second.kind === "fault" ? atUpgrade(second) : second;
  }
  opened.secure = true;
  opened.insideTls = second;
  return null;
}
