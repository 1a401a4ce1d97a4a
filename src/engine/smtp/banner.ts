// Recognises who is talking when it is not, or not only, an SMTP server: another service on that port, or a
// mail shield, firewall or proxy in between. Observations; an SMTP session through a shield may well work.

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
export function recognisePeer(octets: Uint8Array): { readonly peer: Peer; readonly text: string } | null {
  // A TLS record: alert (0x15) or handshake (0x16), version 3.x (RFC 8446 §5.1).
  if ((octets[0] === 0x15 || octets[0] === 0x16) && octets[1] === 0x03) {
    return { peer: "tls", text: "" };
  }
  const text = firstLine(octets);
  const found = openings.find(([, opening]) => opening.test(text));
  return found === undefined ? null : { peer: found[0], text };
}

function firstLine(octets: Uint8Array): string {
  const line = decodeText(octets.subarray(0, limits.line)).trimStart();
  return (/^[^\r\n]*/.exec(line)?.[0] ?? "").slice(0, limits.excerpt);
}

/** What stands between us and the server. */
export type Interceptor = "firewall" | "mail-shield" | "local-proxy";

const interceptors: readonly (readonly [Interceptor, RegExp])[] = [
  // 220 ****************************************2***0*  (Cisco PIX/ASA "fixup protocol smtp")
  ["firewall", /\*{8}/],
  // 250-XXXXXXXA  (the same, over the EHLO keyword STARTTLS)
  ["firewall", /^X{6,}[A-Z]?$/],
  // Cannot connect to SMTP server 192.0.2.1 (192.0.2.1:587), connect error 10060
  ["mail-shield", /cannot connect to smtp server .{1,200} connect error \d/i],
  ["mail-shield", /\b(?:avast|avg|kaspersky|norton|mcafee|bitdefender|eset|mail ?shield|anti-?virus)\b/i],
  ["local-proxy", /\b(?:transparent|smtp|mail) proxy\b/i],
];

/** Judged by the texts of the greeting and of EHLO; `host` is the name that was connected to. */
export function recogniseInterceptor(texts: readonly string[], host: string): Interceptor | null {
  for (const [interceptor, sign] of interceptors) {
    if (texts.some((text) => sign.test(text))) {
      return interceptor;
    }
  }
  const local = /^(?:localhost|127\.0\.0\.1)\b/i;
  return local.test(texts[0] ?? "") && !local.test(host) ? "local-proxy" : null;
}
