// A connection to one server, as a driver needs it. Implemented over Thunderbird's socket transport, and over
// node:net in tests. Every failure is an answer, never a rejection.

import type { Got, StreamFault } from "./session.js";

export type Faulted = Extract<Got, { kind: "fault" }>;
export type Connected = Extract<Got, { kind: "connected" }>;
export type Received = Extract<Got, { kind: "bytes" }>;
export type Done = Extract<Got, { kind: "done" }>;

export interface ByteStream {
  /**
   * Looks the name up, then connects. With TLS from the start the handshake is done before the answer, or its
   * failure is the answer of the first `receive`. The certificate must be valid for the host name.
   */
  open(): Promise<Connected | Faulted>;
  send(bytes: Uint8Array): Promise<Done | Faulted>;
  /** The next octets; `closed` when the server has ended the connection. One at a time. */
  receive(): Promise<Received | Faulted>;
  /** Drops what was received and not handed over, then shakes hands, at the latest before the next `receive`. */
  startTls(): Promise<Done | Faulted>;
  /**
   * At any moment, also during `open`, and more than once. What is pending is answered `closed`. What was sent is still
   * delivered, and the answer to it taken and dropped, for a moment and in the background.
   */
  close(): void;
}

export function faulted(fault: StreamFault): Faulted {
  return { kind: "fault", fault };
}
