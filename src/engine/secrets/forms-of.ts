// The forms in which a secret may come back: as mail, web pages and programs write it, read in another charset, and as a
// part of base 64. What is masked of them, and where, is `redact.ts`.

import { encodeBase64 } from "../octets/base64.js";
import { decodeText, encodeText } from "../octets/text.js";

/** As it is, and as mail, web pages and programs write text that is not plain. */
export function formsOf(secret: string): readonly string[] {
  const texts = [...new Set([secret, ...misread(secret)])];
  const octets = [...texts.map(encodeText), ...[latin1(secret)].filter((one) => one !== null)];
  return [
    ...texts.flatMap(writtenForms),
    ...octets.flatMap((one) => [
      [...one].map((octet) => hex(octet)).join(""),
      [...one].map((octet) => (isPlain(octet) ? String.fromCharCode(octet) : `%${hex(octet)}`)).join(""),
      ...[0, 1, 2].flatMap((before) => base64Inside(one, before)),
    ]),
  ];
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
