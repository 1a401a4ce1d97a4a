// The one redactor: masks a secret wherever a text repeats it, in any form a server or a file may give it back in.
// Every text from outside that leaves the memory it came to (reply, transcript, report, page) passes here first.

import { encodeBase64 } from "./smtp/base64.js";
import { decodeText, encodeText } from "./smtp/text.js";

export const mask = "***";

/** Shorter ones would blot out ordinary words. */
const shortest = 4;

/** A token says what it is (RFC 6750 §2.1), also where nobody told us of it. */
const bearer = String.raw`\bbearer [\w.~+/=-]{16,}`;

export class Redactor {
  #forms = new Set<string>();
  #pattern = new RegExp(bearer, "gi");

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
    // Longest first: a password may be part of its own encoding.
    const longestFirst = [...this.#forms].sort((one, other) => other.length - one.length);
    this.#pattern = new RegExp([...longestFirst.map(literally), bearer].join("|"), "gi");
  }

  text(text: string): string {
    return text.replace(this.#pattern, mask);
  }

  /** Lines of one reply: a secret may begin in one and end in the next. */
  lines(lines: readonly string[]): readonly string[] {
    const found = [...lines.join("").matchAll(this.#pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    let start = 0;
    return lines.map((line) => {
      const offset = start;
      start += line.length;
      return found
        .map(({ from, to }) => ({ from: Math.max(from - offset, 0), to: Math.min(to - offset, line.length) }))
        .filter(({ from, to }) => from < to)
        .reduceRight((masked, { from, to }) => masked.slice(0, from) + mask + masked.slice(to), line);
    });
  }
}

/** As it is, and as mail, web pages and programs write text that is not plain. */
function formsOf(secret: string): readonly string[] {
  const octets = encodeText(secret);
  const wellFormed = decodeText(octets);
  const forms = [
    secret,
    String.fromCharCode(...octets),
    wellFormed.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`),
    wellFormed
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;"),
    encodeURIComponent(wellFormed),
    JSON.stringify(secret).slice(1, -1),
    [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join(""),
    ...[0, 1, 2].flatMap((before) => base64Inside(octets, before)),
  ];
  return forms.filter((form) => form.length >= shortest);
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
