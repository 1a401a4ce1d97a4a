// Reads SMTP replies (RFC 5321 §4.2, enhanced codes RFC 2034 §4) from octets that arrive in any pieces.
// Lenient where servers are sloppy and Thunderbird is (bare LF); the code of the last line counts, as in Thunderbird.
// What a reply means is not decided here.

import { limits } from "./limits.js";
import type { ProtocolFault } from "./session.js";
import { decodeText, joinOctets } from "../octets/text.js";

export interface Reply {
  readonly kind: "reply";
  readonly code: number;
  /** Such as "5.7.1"; null where there is none or it contradicts the code. */
  readonly enhancedCode: string | null;
  /** The texts without both codes. Hostile. */
  readonly lines: readonly string[];
  /** The lines as received, for the transcript. */
  readonly raw: readonly string[];
}

export function isPositive(reply: Reply): boolean {
  return reply.code >= 200 && reply.code < 300;
}

const lineFeed = 0x0a;
/**
 * A "yes" that is a code alone, without the blank, is none to Thunderbird (SmtpClient._parse): nothing is proven by it. As a
 * "no" it is one all the same. No "." with the s flag needed: a line holds no line feed.
 */
const replyLine = /^(?:([2-5]\d\d)([ -])(.*)|([45]\d\d))$/s;
const leadingEnhancedCode = /^([245])\.\d{1,3}\.\d{1,3}(?= |$)/;

export class ReplyReader {
  #unread = new Uint8Array();
  #lines: string[] = [];
  #octets = 0;

  feed(bytes: Uint8Array): void {
    this.#unread = new Uint8Array(joinOctets(this.#unread, bytes));
  }

  /** The next whole reply; null while octets are missing. After a fault the reader is not to be used again. */
  take(): Reply | ProtocolFault | null {
    let from = 0;
    for (let end = this.#unread.indexOf(lineFeed); end >= 0; end = this.#unread.indexOf(lineFeed, from)) {
      const line = this.#unread.subarray(from, end);
      from = end + 1;
      const ended = this.#addLine(line);
      if (ended !== null) {
        this.#unread = this.#unread.slice(from);
        return ended;
      }
    }
    this.#unread = this.#unread.slice(from);
    return this.#unread.length > limits.line ? { kind: "limit", limit: "line" } : null;
  }

  /** Whether anything was received beyond the last reply taken. */
  get holdsMore(): boolean {
    return this.#unread.length > 0 || this.#lines.length > 0;
  }

  /** Forgets everything that was received and not taken. */
  drop(): void {
    this.#unread = new Uint8Array();
    this.#lines = [];
    this.#octets = 0;
  }

  #addLine(octets: Uint8Array): Reply | ProtocolFault | null {
    this.#octets += octets.length + 1;
    if (octets.length > limits.line) {
      return { kind: "limit", limit: "line" };
    }
    if (this.#octets > limits.reply) {
      return { kind: "limit", limit: "reply" };
    }
    const line = decodeText(octets).replace(/\r$/, "");
    const match = replyLine.exec(line);
    if (match === null) {
      return { kind: "malformed" };
    }
    this.#lines.push(line);
    if (match[2] !== "-") {
      return this.#finish(Number(match[1] ?? match[4]));
    }
    return this.#lines.length >= limits.lines ? { kind: "limit", limit: "lines" } : null;
  }

  #finish(code: number): Reply {
    const raw = this.#lines;
    this.#lines = [];
    this.#octets = 0;
    const texts = raw.map((line) => line.slice(4));
    const codes = texts.map((text) => enhancedCodeOf(text, code));
    return {
      kind: "reply",
      code,
      enhancedCode: codes.findLast((found) => found !== null) ?? null,
      lines: texts.map((text, index) => text.slice(codes[index]?.length ?? 0).trim()),
      raw,
    };
  }
}

function enhancedCodeOf(text: string, code: number): string | null {
  const match = leadingEnhancedCode.exec(text);
  return match !== null && Number(match[1]) === Math.floor(code / 100) ? match[0] : null;
}
