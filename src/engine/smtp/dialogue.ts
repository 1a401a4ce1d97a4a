// One connection's talk: sends commands, reads replies, counts octets, keeps the transcript. Everything secret
// is masked before it enters the transcript or a reply, also where a server repeats what it was told.

import type { SmtpStage } from "../model/refusal.js";
import { mask, Redactor } from "../secrets/redact.js";
import { limits, patience as usualPatience, type Patience } from "./limits.js";
import { ReplyReader, type Reply } from "./reply.js";
import type { Failed, Got, Session, SmtpFault } from "./session.js";
import { encodeText, joinOctets } from "../octets/text.js";

export class Dialogue {
  /** "C: …" and "S: …", with "TLS" where the encryption begins. */
  readonly transcript: string[] = [];
  localAddress: string | null = null;
  /** The first octets of the connection: what to recognise a stranger by. */
  opening: Uint8Array = new Uint8Array();
  #stage: SmtpStage = "connect";
  #reader = new ReplyReader();
  #received = 0;
  #closing: Reply | null = null;
  readonly #redactor = new Redactor();
  readonly #patience: Patience;

  constructor(patience: Patience = usualPatience) {
    this.#patience = patience;
  }

  /** `wait`: whose patience it takes, where that is not the stage's own. */
  *begin(stage: SmtpStage, wait: SmtpStage = stage): Session<void> {
    this.#stage = stage;
    yield { kind: "stage", stage, seconds: this.#patience[wait] };
  }

  *connect(): Session<Failed | null> {
    yield* this.begin("connect");
    const got = yield { kind: "connect" };
    if (got.kind === "fault") {
      return this.failed(got.fault);
    }
    this.localAddress = expect(got, "connected").localAddress;
    return null;
  }

  /** Sends command lines in one flight. `shown` replaces them in the transcript. */
  *send(lines: readonly string[], shown: readonly string[] = lines): Session<Failed | null> {
    const unasked = this.#unasked();
    if (unasked !== null) {
      return unasked === "closing" ? null : unasked;
    }
    for (const line of shown) {
      this.#note(`C: ${this.#redactor.text(line)}`);
    }
    const got = yield { kind: "send", bytes: encodeText(lines.map((line) => `${line}\r\n`).join("")) };
    return got.kind === "fault" ? this.failed(got.fault) : null;
  }

  *reply(): Session<Reply | Failed> {
    for (;;) {
      const taken = this.#closing ?? this.#reader.take();
      if (taken?.kind === "reply") {
        return this.#heard(taken);
      }
      if (taken !== null) {
        return this.failed(taken);
      }
      const got = yield { kind: "receive" };
      if (got.kind === "fault") {
        return this.failed(got.fault);
      }
      const { bytes } = expect(got, "bytes");
      this.opening = joinOctets(this.opening, bytes).slice(0, limits.line);
      this.#received += bytes.length;
      if (this.#received > limits.session) {
        return this.failed({ kind: "limit", limit: "session" });
      }
      this.#reader.feed(bytes);
    }
  }

  *ask(line: string): Session<Reply | Failed> {
    return (yield* this.send([line])) ?? (yield* this.reply());
  }

  /** The upgrade of STARTTLS. Nothing heard in plain text survives it (RFC 3207 §4.2). */
  *startTls(): Session<Failed | null> {
    if (this.#reader.holdsMore) {
      return this.failed({ kind: "injected" });
    }
    const got = yield { kind: "start-tls" };
    this.#reader.drop();
    if (got.kind === "fault") {
      return this.failed(got.fault);
    }
    this.#note("TLS");
    return null;
  }

  /** From now on `secret` is masked wherever it turns up. */
  hide(secret: string): void {
    this.#redactor.hide(secret);
  }

  failed(fault: SmtpFault): Failed {
    return { kind: "fault", stage: this.#stage, fault };
  }

  /**
   * What was said before the next command was: it would be taken for the answer to that, and a proof would rest on
   * words about something else. Only a server that is closing may say so unasked (421, RFC 5321 §3.8): that is the
   * answer to whatever was to be said.
   */
  #unasked(): "closing" | Failed | null {
    if (!this.#reader.holdsMore) {
      return null;
    }
    const taken = this.#reader.take();
    if (taken?.kind === "reply" && taken.code === 421) {
      this.#closing = taken;
      return "closing";
    }
    return this.failed({ kind: "injected" });
  }

  /** A challenge (334) never enters the transcript: with the answer to it a password could be tried out. */
  #heard(reply: Reply): Reply {
    const raw = this.#redactor.transcript(reply.raw);
    for (const line of raw) {
      this.#note(`S: ${reply.code === 334 ? `334 ${mask}` : line}`);
    }
    return { ...reply, lines: this.#redactor.lines(reply.lines), raw };
  }

  #note(line: string): void {
    if (this.transcript.length < limits.transcript) {
      this.transcript.push(line.slice(0, limits.transcriptLine));
    }
  }
}

/** A driver that answers a want with something else is our bug, not the server's. */
function expect<Kind extends Got["kind"]>(got: Got, kind: Kind): Extract<Got, { kind: Kind }> {
  if (got.kind !== kind) {
    throw new TypeError(`the driver answered ${got.kind} where ${kind} was wanted`);
  }
  return got as Extract<Got, { kind: Kind }>;
}
