// The one redactor: masks a secret wherever a text repeats it, in any form a server or a file may give it back in.
// Every text from outside that leaves the memory it came to (reply, transcript, report, page) passes here first.

import { decodeBase64, encodeBase64 } from "./smtp/base64.js";
import { decodeText, encodeText } from "./smtp/text.js";

export const mask = "***";

/**
 * A shorter password is not looked for: it stands in ordinary words, and the gap in "relay *** permitted" would both hide
 * what the server means and tell the reader the password. A whole log-in that carries it is masked all the same.
 */
const shortest = 4;

/** A token says what it is (RFC 6750 §2.1), also where nobody told us of it. */
const bearer = String.raw`\bbearer [\w.~+/=-]{16,}`;

/** Who speaks, the reply's code (RFC 5321 §4.2) and the enhanced one (RFC 2034 §4). */
const codesBefore = /^(?:[CS]: )?(?:[2-5]\d\d[ -]?)?(?:[245]\.\d{1,3}\.\d{1,3}(?: |$))?/;

/** Long enough for base 64 of a log-in, and bounded. */
const codedWord = /[\w+/-]{8,2000}={0,2}/g;

export class Redactor {
  readonly #forms = new Set<string>();
  /** Made when it is first needed: of hundreds of secrets it is a long one. */
  #pattern: RegExp | null = null;

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.hide(secret);
    }
  }

  hide(secret: string): void {
    if (secret.length < shortest) {
      return;
    }
    for (const form of formsOf(secret)) {
      this.#forms.add(form);
    }
    this.#pattern = null;
  }

  text(text: string): string {
    return withoutLogIns(text.replace(this.#secrets(), mask));
  }

  /** Lines of one reply: a secret may begin in one and end in the next. */
  lines(lines: readonly string[]): readonly string[] {
    const found = [...lines.join("").matchAll(this.#secrets())].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    let start = 0;
    return lines.map((line) => {
      const offset = start;
      start += line.length;
      const masked = found
        .map(({ from, to }) => ({ from: Math.max(from - offset, 0), to: Math.min(to - offset, line.length) }))
        .filter(({ from, to }) => from < to)
        .reduceRight((rest, { from, to }) => rest.slice(0, from) + mask + rest.slice(to), line);
      return withoutLogIns(masked);
    });
  }

  /** Lines of a transcript, or as received: the codes before a line's text do not part a secret that goes on in it. */
  transcript(lines: readonly string[]): readonly string[] {
    const codes = lines.map((line) => codesBefore.exec(line)?.[0] ?? "");
    const texts = this.lines(lines.map((line, index) => line.slice(codes[index]?.length ?? 0)));
    return texts.map((text, index) => (codes[index] ?? "") + text);
  }

  #secrets(): RegExp {
    this.#pattern ??= patternOf(this.#forms);
    return this.#pattern;
  }
}

function patternOf(forms: Iterable<string>): RegExp {
  // Longest first: a password may be part of its own encoding.
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return new RegExp([...longestFirst.map(literally), bearer].join("|"), "gi");
}

/** Whoever's it is: AUTH PLAIN's two NULs (RFC 4616), XOAUTH2's `auth=Bearer`. */
function withoutLogIns(text: string): string {
  return text.replace(codedWord, (word) => {
    const digits = word.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/");
    const octets = decodeBase64(digits.padEnd(Math.ceil(digits.length / 4) * 4, "="));
    const said = octets === null ? "" : String.fromCharCode(...octets);
    // eslint-disable-next-line no-control-regex -- they are what a log-in is known by
    return /^[^\0]*\0[^\0]+\0[^\0]+$|\x01auth=bearer /i.test(said) ? mask : word;
  });
}

/** As it is, and as mail, web pages and programs write text that is not plain. */
function formsOf(secret: string): readonly string[] {
  const texts = [...new Set([secret, ...misread(secret)])];
  const octets = [...texts.map(encodeText), ...[latin1(secret)].filter((one) => one !== null)];
  const forms = [
    ...texts.flatMap(writtenForms),
    ...octets.flatMap((one) => [
      [...one].map((octet) => hex(octet)).join(""),
      [...one].map((octet) => (isPlain(octet) ? String.fromCharCode(octet) : `%${hex(octet)}`)).join(""),
      ...[0, 1, 2].flatMap((before) => base64Inside(one, before)),
    ]),
  ];
  return forms.filter((form) => form.length >= shortest);
}

function writtenForms(text: string): readonly string[] {
  const wellFormed = decodeText(encodeText(text));
  return [
    text,
    wellFormed.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`),
    wellFormed
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;"),
    encodeURIComponent(wellFormed),
    JSON.stringify(text).slice(1, -1),
  ];
}

/**
 * "é" as it comes back where one side spoke UTF-8 and the other did not. Thunderbird itself signs in with one octet for
 * each such character, other programs with UTF-8.
 */
function misread(secret: string): readonly string[] {
  const octets = encodeText(secret);
  const ofOctets = (stand: (octet: number) => string): string =>
    [...octets].map((octet) => (octet < 0x80 ? String.fromCharCode(octet) : stand(octet))).join("");
  return [
    ofOctets((octet) => String.fromCharCode(octet)),
    ...["\uFFFD", "?"].flatMap((unknown) => [
      ofOctets(() => unknown),
      // eslint-disable-next-line no-control-regex -- all of ASCII
      secret.replace(/[^\x00-\x7f]/gu, unknown),
    ]),
  ];
}

function latin1(text: string): Uint8Array | null {
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return codes.every((code) => code < 0x100) ? Uint8Array.from(codes) : null;
}

function hex(octet: number): string {
  return octet.toString(16).padStart(2, "0");
}

/** RFC 3986 §2.3: what a URL writes as it is. */
function isPlain(octet: number): boolean {
  return /[\w.~-]/.test(String.fromCharCode(octet));
}

/**
 * What a longer text's base 64 has of the secret for certain, where it stands `before` octets (of three) into a group:
 * a log-in carries user name and password in one.
 */
function base64Inside(octets: Uint8Array, before: number): readonly string[] {
  const padded = new Uint8Array(before + octets.length);
  padded.set(octets, before);
  const inside = encodeBase64(padded).slice(Math.ceil((before * 8) / 6), Math.floor((padded.length * 8) / 6));
  return [inside, inside.replaceAll("+", "-").replaceAll("/", "_")];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
