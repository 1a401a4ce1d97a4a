// A server in memory that keeps to SMTP, but for one step, at which it does what the behaviour says.

import {
  faulted,
  type ByteStream,
  type Connected,
  type Done,
  type Faulted,
  type Received,
} from "../../src/engine/smtp/byte-stream.js";
import type { StreamFault } from "../../src/engine/smtp/session.js";
import { decodeText, encodeText } from "../../src/engine/octets/text.js";
import type { VirtualClock } from "./virtual-clock.js";

/** What the server answers at; `tls` and `tls-first` are the handshake, `user` and `password` those of AUTH LOGIN. */
export const steps = [
  "connect",
  "tls-first",
  "greeting",
  "ehlo",
  "starttls",
  "tls",
  "ehlo-again",
  "auth",
  "user",
  "password",
  "mail",
  "rcpt",
  "rset",
  "quit",
] as const;
export type Step = (typeof steps)[number];

/** What happens next on the connection; `forever`: the same piece again and again. */
export type Event =
  | { readonly octets: Uint8Array; readonly after?: number; readonly forever?: boolean }
  | { readonly fault: StreamFault }
  | "silence";

/** The handshake and the connection take no octets, only a fault, silence, or null where they succeed. */
export type Misbehave = (step: Step, sound: string) => readonly Event[] | null;

export const say = (text: string): Event => ({ octets: encodeText(text) });

export interface Told {
  /** Command lines, and whether the connection was encrypted and verified when they came. */
  readonly lines: { readonly line: string; readonly safe: boolean }[];
  /** Octets that were taken from the connection. */
  read: number;
}

export class MisbehavingServer implements ByteStream {
  readonly told: Told = { lines: [], read: 0 };
  #events: Event[] = [];
  #wake: () => void = () => undefined;
  #stopWaiting: () => void = () => undefined;
  #closed = false;
  #safe = false;
  #expecting: "user" | "password" | null = null;
  #hello: Step = "ehlo";

  constructor(
    private readonly clock: VirtualClock,
    private readonly security: "starttls" | "tls",
    private readonly mechanism: "PLAIN" | "LOGIN",
    private readonly misbehave: Misbehave,
  ) {}

  async open(): Promise<Connected | Faulted> {
    const failed =
      (await this.#outcome("connect")) ??
      (this.security === "tls" ? await this.#handshake("tls-first") : null);
    if (failed !== null) {
      return failed;
    }
    this.#answer("greeting", "220 mail.example.test ESMTP ready\r\n");
    return { kind: "connected", localAddress: "192.0.2.7" };
  }

  async send(bytes: Uint8Array): Promise<Done | Faulted> {
    for (const line of decodeText(bytes).split("\r\n").slice(0, -1)) {
      this.told.lines.push({ line, safe: this.#safe });
      this.#hear(line);
    }
    return Promise.resolve({ kind: "done" });
  }

  async receive(): Promise<Received | Faulted> {
    for (;;) {
      const event = this.#events.shift();
      if (this.#closed) {
        return faulted({ kind: "closed" });
      }
      if (event === undefined || event === "silence") {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      } else if ("fault" in event) {
        this.#events = [event];
        return faulted(event.fault);
      } else {
        if (event.after !== undefined) {
          await this.#wait(event.after);
        }
        if (event.forever === true) {
          this.#events.unshift(event);
        }
        this.told.read += event.octets.length;
        return { kind: "bytes", bytes: event.octets };
      }
    }
  }

  async startTls(): Promise<Done | Faulted> {
    this.#events = [];
    this.#hello = "ehlo-again";
    return (await this.#handshake("tls")) ?? { kind: "done" };
  }

  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    this.#wake();
  }

  async #handshake(step: "tls" | "tls-first"): Promise<Faulted | null> {
    const failed = await this.#outcome(step);
    this.#safe = failed === null;
    return failed;
  }

  async #outcome(step: Step): Promise<Faulted | null> {
    const [event] = this.misbehave(step, "") ?? [];
    if (event === "silence") {
      return new Promise(() => undefined);
    }
    return event !== undefined && "fault" in event ? faulted(event.fault) : null;
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#stopWaiting = this.clock.after(milliseconds, resolve);
    });
  }

  #hear(line: string): void {
    const expected = this.#expecting;
    this.#expecting = null;
    if (expected === "user") {
      this.#expecting = "password";
      this.#answer("user", "334 UGFzc3dvcmQ6\r\n");
    } else if (expected === "password") {
      this.#answer("password", "235 2.7.0 welcome\r\n");
    } else {
      this.#command(line);
    }
  }

  #command(line: string): void {
    const verb = line.split(" ")[0] ?? "";
    if (verb === "EHLO" || verb === "HELO") {
      const upgrade = this.security === "starttls" && !this.#safe;
      const offer = upgrade ? "250 STARTTLS" : `250 AUTH ${this.mechanism}`;
      this.#answer(this.#hello, `250-mail.example.test\r\n250-SIZE 1000\r\n${offer}\r\n`);
    } else if (verb === "AUTH" && this.mechanism === "LOGIN") {
      this.#expecting = "user";
      this.#answer("auth", "334 VXNlcm5hbWU6\r\n");
    } else {
      const answers: Readonly<Record<string, readonly [Step, string]>> = {
        STARTTLS: ["starttls", "220 2.0.0 go ahead\r\n"],
        AUTH: ["auth", "235 2.7.0 welcome\r\n"],
        MAIL: ["mail", "250 2.1.0 sender ok\r\n"],
        RCPT: ["rcpt", "250 2.1.5 recipient ok\r\n"],
        RSET: ["rset", "250 2.0.0 forgotten\r\n"],
        QUIT: ["quit", "221 2.0.0 bye\r\n"],
      };
      const [step, sound] = answers[verb] ?? (["quit", "500 what\r\n"] as const);
      this.#answer(step, sound);
    }
  }

  #answer(step: Step, sound: string): void {
    this.#events.push(...(this.misbehave(step, sound) ?? [say(sound)]));
    this.#wake();
  }
}
