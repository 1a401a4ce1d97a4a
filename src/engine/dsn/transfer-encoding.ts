// Content-Transfer-Encoding (RFC 2045 §6) and encoded words (RFC 2047), undone as far as a text has to be searched for
// words and codes: UTF-8, else every octet as its Latin-1 letter. Other character sets stay unread; their codes are not.

import { octetsOfBase64 } from "../octets/base64.js";

const escaped = /(?:=[0-9a-f]{2})+/gi;

function withoutEscapes(text: string): string {
  return text.replace(escaped, (run) =>
    lettersOf([...run.matchAll(/=(..)/g)].map(([, digits = ""]) => Number.parseInt(digits, 16))),
  );
}

/** UTF-8 where it is well formed, else Latin-1. */
function lettersOf(octets: readonly number[]): string {
  const escapes = octets.map((octet) => `%${octet.toString(16).padStart(2, "0")}`).join("");
  try {
    return decodeURIComponent(escapes);
  } catch {
    // No UTF-8.
    return octets.map((octet) => String.fromCharCode(octet)).join("");
  }
}

/** A part's text with its transfer encoding undone; an unknown encoding is none. */
export function decoded(text: string, encoding: string): string {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return lettersOf(octetsOfBase64(text));
    case "quoted-printable":
      return withoutEscapes(text.replaceAll(/=[ \t]{0,10}\n/g, ""));
    default:
      return text;
  }
}

const encodedWord = /=\?[a-z0-9_-]{1,40}(?:\*[a-z-]{1,20})?\?([bq])\?([^?\s]{0,500})\?=/gi;

/** A header's value with its encoded words read. */
export function withEncodedWords(value: string): string {
  if (!value.includes("=?")) return value;
  return value
    .replaceAll(/\?=\s{1,10}=\?/g, "?==?")
    .replace(encodedWord, (_, how: string, word: string) =>
      how.toLowerCase() === "b" ? lettersOf(octetsOfBase64(word)) : withoutEscapes(word.replaceAll("_", " ")),
    );
}
