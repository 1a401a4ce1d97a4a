// The host names a certificate is for (subjectAltName, RFC 5280 §4.2.1.6), read straight from its DER, because
// Thunderbird's certificate object does not tell them. A name is a hint to check, so nothing else is verified.

import { decodeText } from "../octets/text.js";

/** OBJECT IDENTIFIER 2.5.29.17 with its header. */
const subjectAltName = [0x06, 0x03, 0x55, 0x1d, 0x11] as const;
const octetString = 0x04;
const sequence = 0x30;
/** GeneralName [2], dNSName. */
const dnsName = 0x82;
const maximumNames = 100;

export function certificateNames(der: Uint8Array): readonly string[] {
  for (let at = der.indexOf(0x06); at >= 0; at = der.indexOf(0x06, at + 1)) {
    if (subjectAltName.every((octet, index) => der[at + index] === octet)) {
      return namesAfter(der.subarray(at + subjectAltName.length));
    }
  }
  return [];
}

/** `extension`: the optional BOOLEAN "critical", then the OCTET STRING that holds the names. */
function namesAfter(extension: Uint8Array): readonly string[] {
  const value = elementsOf(extension, 2).find(({ tag }) => tag === octetString);
  const list = value && elementsOf(value.content, 1)[0];
  if (list?.tag !== sequence) {
    return [];
  }
  return elementsOf(list.content, maximumNames)
    .filter(({ tag }) => tag === dnsName)
    .map(({ content }) => decodeText(content));
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements that follow one another in `der`, at most `most`; stops at the first that does not fit. */
function elementsOf(der: Uint8Array, most: number): readonly Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < der.length && elements.length < most;) {
    const short = der[at + 1] ?? 0;
    const lengthOctets = short < 0x80 ? 0 : short & 0x7f;
    const length =
      lengthOctets === 0
        ? short
        : der.subarray(at + 2, at + 2 + lengthOctets).reduce((sum, octet) => sum * 256 + octet, 0);
    const begin = at + 2 + lengthOctets;
    if (lengthOctets > 3 || begin + length > der.length) {
      break;
    }
    elements.push({ tag: der[at] ?? 0, content: der.subarray(begin, begin + length) });
    at = begin + length;
  }
  return elements;
}
