// Plays a recorded dialogue to a session, without a network: checks that the client says the "C: " lines, word for
// word and in order, and hands over the "S: " lines in pieces of any size.

import type { Got, Session, StreamFault, Want } from "../../src/engine/smtp/session.js";
import { decodeText, encodeText } from "../../src/engine/octets/text.js";

export interface Playing {
  /** Octets per piece; all that is there by default. */
  readonly pieces?: number;
  /** The server hangs up after that many octets of its own. */
  readonly dropAfter?: number;
}

export interface Played<Result> {
  readonly result: Result;
  /** Lines of the script that were not reached. */
  readonly left: readonly string[];
  /** How often the client had to wait for the server: the round trips after the connection. */
  readonly waits: number;
}

/**
 * Script lines: `C: …` and `S: …` (CRLF is added), `S- …` (the same without CRLF), `TLS`,
 * `fault <kind>` where a want is answered by a failure of the stream (the first want is the connection: begin with
 * `connected` to let it succeed). At the script's end the connection is closed.
 */
export function playTranscript<Result>(
  session: Session<Result>,
  script: readonly string[],
  playing: Playing = {},
): Played<Result> {
  const player = new Player(script, playing);
  let step = session.next();
  while (step.done !== true) {
    step = session.next(player.answer(step.value));
  }
  return { result: step.value, left: player.left, waits: player.waits };
}

class Player {
  waits = 0;
  #at = 0;
  #octets: Uint8Array = new Uint8Array();
  #spoken = 0;
  #toldSinceReceive = true;

  constructor(
    private readonly script: readonly string[],
    private readonly playing: Playing,
  ) {}

  get left(): readonly string[] {
    return this.script.slice(this.#at);
  }

  answer(want: Want): Got {
    const fault = want.kind === "stage" ? null : this.#fault();
    if (fault !== null) {
      return { kind: "fault", fault };
    }
    switch (want.kind) {
      case "stage":
        return { kind: "done" };
      case "connect":
        this.#at += this.script[this.#at] === "connected" ? 1 : 0;
        return { kind: "connected", localAddress: "192.0.2.7" };
      case "send":
        this.#hear(want.bytes);
        return { kind: "done" };
      case "receive":
        return this.#speak();
      case "start-tls":
        this.#expect("TLS");
        this.#octets = new Uint8Array();
        return { kind: "done" };
    }
  }

  #fault(): StreamFault | null {
    const kind = /^fault (.*)/.exec(this.script[this.#at] ?? "")?.[1];
    if (kind === undefined || this.#octets.length > 0) {
      return null;
    }
    this.#at++;
    return faultNamed(kind);
  }

  #hear(bytes: Uint8Array): void {
    this.#toldSinceReceive = true;
    for (const line of decodeText(bytes).split("\r\n").slice(0, -1)) {
      this.#expect(`C: ${line}`);
    }
  }

  #expect(line: string): void {
    const expected = this.script[this.#at];
    if (expected !== line) {
      throw new Error(`the script says ${JSON.stringify(expected)}, the session ${JSON.stringify(line)}`);
    }
    this.#at++;
  }

  #speak(): Got {
    if (this.#octets.length === 0) {
      this.#octets = encodeText(this.#nextLines());
      this.waits += this.#toldSinceReceive ? 1 : 0;
      this.#toldSinceReceive = false;
    }
    const room = (this.playing.dropAfter ?? Infinity) - this.#spoken;
    const piece = this.#octets.slice(0, Math.min(this.playing.pieces ?? Infinity, room));
    if (piece.length === 0) {
      return { kind: "fault", fault: { kind: "closed" } };
    }
    this.#octets = this.#octets.slice(piece.length);
    this.#spoken += piece.length;
    return { kind: "bytes", bytes: piece };
  }

  #nextLines(): string {
    let text = "";
    for (let line = this.script[this.#at]; line?.startsWith("S"); line = this.script[++this.#at]) {
      text += line.startsWith("S- ") ? line.slice(3) : `${line.slice(3)}\r\n`;
    }
    const next = this.script[this.#at];
    if (text === "" && next !== undefined) {
      throw new Error(`the session waits where the script says ${JSON.stringify(next)}`);
    }
    return text;
  }
}

function faultNamed(kind: string): StreamFault {
  switch (kind) {
    case "unknown-host":
    case "refused":
    case "timeout":
    case "closed":
    case "tls":
    case "network":
      return { kind };
    case "certificate":
      return {
        kind,
        reason: "other-name",
        names: ["shared.example.net"],
      };
    default:
      throw new Error(`no fault is called ${kind}`);
  }
}
