// What an SMTP server says: replies, EHLO, banner, challenges, certificates.

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import { recognisePeer } from "../../src/engine/smtp/banner.js";
import { decodeBase64, encodeBase64 } from "../../src/engine/octets/base64.js";
import { certificateNames } from "../../src/engine/smtp/certificate-names.js";
import { cramMd5Response } from "../../src/engine/smtp/cram-md5.js";
import { capabilitiesOf } from "../../src/engine/smtp/ehlo.js";
import { limits } from "../../src/engine/smtp/limits.js";
import { ReplyReader, type Reply } from "../../src/engine/smtp/reply.js";
import type { ProtocolFault } from "../../src/engine/smtp/session.js";
import { decodeText, encodeText, joinOctets } from "../../src/engine/octets/text.js";
import { derWithNames } from "./der.js";
import { growsWithItsInput } from "./growth.js";
import { cuts, hostileOctets, hostileText, inPieces } from "./hostile-text.js";
import { property } from "./property.js";

const replies = [
  "220 mail.example.test ESMTP\r\n",
  "250-mail.example.test\r\n250-SIZE 52428800\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN CRAM-MD5\r\n",
  "550-5.7.1 first\r\n550 5.7.1 relay not permitted\r\n221 bye\r\n",
  "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2U+\r\n",
];

/** Every reply, up to the first fault. */
function taken(pieces: readonly Uint8Array[]): readonly (Reply | ProtocolFault)[] {
  const reader = new ReplyReader();
  const all: (Reply | ProtocolFault)[] = [];
  for (const piece of pieces) {
    reader.feed(piece);
    for (let one = reader.take(); one !== null; one = reader.take()) {
      all.push(one);
      if (one.kind !== "reply") {
        return all;
      }
    }
  }
  return all;
}

property(
  "reply reader",
  "in any pieces as in one",
  fc.tuple(hostileOctets(...replies), cuts),
  ([octets, at]) => {
    expect(taken(inPieces(octets, at))).toEqual(taken([octets]));
  },
);

property("reply reader", "octet by octet as in one", hostileOctets(...replies), (octets) => {
  const short = octets.subarray(0, 600);
  expect(taken([...short].map((octet) => Uint8Array.of(octet)))).toEqual(taken([short]));
});

property("reply reader", "holds no more than its limits", hostileOctets(...replies), (octets) => {
  for (const one of taken([octets])) {
    if (one.kind === "reply") {
      expect(one.code).toBeGreaterThanOrEqual(200);
      expect(one.code).toBeLessThan(600);
      expect(one.raw.length).toBeLessThanOrEqual(limits.lines);
      expect(one.lines.length).toBe(one.raw.length);
      expect(one.raw.join("").length).toBeLessThanOrEqual(limits.reply);
    }
  }
});

const honestLine = fc.string({ unit: "grapheme-ascii", maxLength: 40 }).map((text) => text.trim());
property(
  "reply reader",
  "reads what a server writes",
  fc.tuple(fc.integer({ min: 200, max: 599 }), fc.array(honestLine, { minLength: 1, maxLength: 6 })),
  ([code, lines]) => {
    const last = lines.length - 1;
    const text = lines.map((line, index) => `${code}${index < last ? "-" : " "}${line}\r\n`).join("");
    const [reply, ...more] = taken([encodeText(text)]);
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ kind: "reply", code });
    expect(reply?.kind === "reply" && reply.raw.map((line) => line.slice(4))).toEqual(lines);
  },
);

const announced = fc.array(hostileText("AUTH PLAIN LOGIN", "SIZE 52428800", "STARTTLS", "AUTH=LOGIN"), {
  maxLength: 12,
});
property("EHLO", "answers in its own words, whatever the case", announced, (lines) => {
  const { signIn, startTls } = capabilitiesOf(lines);
  expect(new Set(signIn).size).toBe(signIn.length);
  expect(signIn.filter((method) => method === "" || /[ \t]/.test(method))).toEqual([]);
  const upper = capabilitiesOf(lines.map((line) => line.toUpperCase()));
  expect({ signIn, startTls }).toEqual({ signIn: upper.signIn, startTls: upper.startTls });
});

property(
  "banner",
  "is judged by its first line",
  hostileOctets("HTTP/1.1 400 x\r\n", "220 ProFTPD Server"),
  (octets) => {
    expect(recognisePeer(joinOctets(octets, new Uint8Array(limits.line), Uint8Array.of(1, 2, 3)))).toBe(
      recognisePeer(joinOctets(octets, new Uint8Array(limits.line))),
    );
  },
);

property(
  "AUTH challenge",
  "is answered as RFC 2195 says, or cancelled",
  fc.tuple(fc.oneof(hostileText(), fc.base64String({ maxLength: 90 })), hostileText(), hostileText()),
  ([challenge, userName, password]) => {
    const answer = cramMd5Response(userName, password, challenge);
    const message = decodeBase64(challenge.trim());
    if (message === null) {
      expect(answer).toBe("*");
      return;
    }
    const wellFormed = (text: string): Buffer => Buffer.from(encodeText(text));
    const digest = createHmac("md5", wellFormed(password)).update(message).digest("hex");
    expect(answer).toBe(Buffer.concat([wellFormed(userName), Buffer.from(` ${digest}`)]).toString("base64"));
  },
);

property(
  "base 64",
  "writes as everybody does, and reads it back",
  fc.uint8Array({ maxLength: 200 }),
  (octets) => {
    const text = encodeBase64(octets);
    expect(text).toBe(Buffer.from(octets).toString("base64"));
    expect(decodeBase64(text)).toEqual(Uint8Array.from(octets));
  },
);

property("base 64", "reads nothing into what is none", fc.oneof(hostileText(), fc.base64String()), (text) => {
  const octets = decodeBase64(text);
  if (octets !== null) {
    expect(text).toMatch(/^[A-Za-z0-9+/]*={0,2}$/);
    expect(octets.length).toBe(Math.floor((text.replace(/=+$/, "").length * 6) / 8));
  }
});

property("octets to text", "never grow, and come back the same", hostileOctets(), (octets) => {
  const text = decodeText(octets);
  expect(text.length).toBeLessThanOrEqual(octets.length);
  expect(decodeText(encodeText(text))).toBe(text);
});

property("octets to text", "as TextEncoder and TextDecoder do", hostileText(), (text) => {
  const octets = new TextEncoder().encode(text);
  expect(encodeText(text)).toEqual(Uint8Array.from(octets));
  expect(decodeText(octets)).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets));
});

const names = fc.array(fc.domain(), { minLength: 1, maxLength: 130 });
property("certificate names", "are read as written, a hundred at most", names, (given) => {
  expect(certificateNames(derWithNames(given))).toEqual(given.slice(0, 100));
});

property(
  "certificate names",
  "of a damaged certificate are bounded",
  fc.tuple(names, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }), fc.nat()),
  ([given, damages, end]) => {
    const der = derWithNames(given);
    for (const [at, octet] of damages) {
      der[at % der.length] = octet;
    }
    const read = certificateNames(der.subarray(0, 1 + (end % (2 * der.length))));
    expect(read.length).toBeLessThanOrEqual(100);
    expect(read.join("").length).toBeLessThanOrEqual(der.length);
  },
);

property("certificate names", "of anything at all are bounded", hostileOctets(), (octets) => {
  const oid = Uint8Array.of(0x06, 0x03, 0x55, 0x1d, 0x11);
  expect(certificateNames(joinOctets(oid, octets)).length).toBeLessThanOrEqual(100);
});

const octetsOf = (text: string): Uint8Array => encodeText(text);
growsWithItsInput("reply reader", (text) => taken([octetsOf(text)]));
growsWithItsInput("EHLO", (text) => capabilitiesOf(text.split("\n")));
growsWithItsInput("banner", (text) => recognisePeer(octetsOf(text)));
growsWithItsInput("certificate names", (text) => certificateNames(octetsOf(text)));
