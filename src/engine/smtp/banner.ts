// Recognises who is talking when it is not an SMTP server but another service on that port.

import { limits } from "./limits.js";
import type { Peer } from "./session.js";
import { decodeText } from "../octets/text.js";

const openings: readonly (readonly [Peer, RegExp])[] = [
  ["http", /^(?:HTTP\/\d|<!doctype html|<html)/i],
  ["imap", /^\* (?:OK|BYE|PREAUTH)\b/i],
  ["pop3", /^(?:\+OK|-ERR)\b/],
  ["ssh", /^SSH-\d/],
  // 220 ProFTPD Server (Debian) · 220 (vsFTPd 3.0.5) · 220-FileZilla Server
  ["ftp", /^220[ -](?!.*smtp).*(?:ftpd\b|\bftp (?:server|service)|filezilla)/i],
  // 200 news.example.com InterNetNews NNRP server ready (posting ok) · RFC 3977 §5.1
  ["nntp", /^20[01][ -]/],
];

/** The service whose first octets these are; null where they look like SMTP or like nothing known. */
export function recognisePeer(octets: Uint8Array): Peer | null {
  // A TLS record: alert (0x15) or handshake (0x16), version 3.x (RFC 8446 §5.1).
  if ((octets[0] === 0x15 || octets[0] === 0x16) && octets[1] === 0x03) {
    return "tls";
  }
  const text = firstLine(octets);
  return openings.find(([, opening]) => opening.test(text))?.[0] ?? null;
}

function firstLine(octets: Uint8Array): string {
  const line = decodeText(octets.subarray(0, limits.line)).trimStart();
  return (/^[^\r\n]*/.exec(line)?.[0] ?? "").slice(0, limits.opening);
}
