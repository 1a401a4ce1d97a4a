// Text and octets as nobody would write them by accident: words that the parsers look for in any order, real samples
// with pieces torn out and put elsewhere, endless runs, controls, half characters and letters that grow in lower case.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { encodeText } from "../../src/engine/octets/text.js";

/** What the parsers' patterns are made of. */
const words: readonly string[] = [
  ...[
    "\r\n",
    "\n",
    "\r",
    "\0",
    " ",
    "  ",
    "\t",
    "-",
    "--",
    "=",
    "*",
    "'",
    '"',
    "`",
    "\\",
    "\\r\\n",
    "%",
    "+",
  ],
  ...[
    "220 ",
    "250-",
    "250 ",
    "334 ",
    "421 ",
    "535 5.7.8 ",
    "550-5.7.1 ",
    "550 ",
    "5.7.1 ",
    "5.",
    "4.2.2",
    "599",
  ],
  ...[
    "AUTH PLAIN LOGIN",
    "AUTH=LOGIN",
    "STARTTLS",
    "SIZE 52428800",
    "SIZE",
    "PIPELINING",
    "SMTPUTF8",
    "XXXXXXXA",
  ],
  ...[
    "* OK ",
    "+OK",
    "HTTP/1.1 400",
    "SSH-2.0",
    "220 (vsFTPd 3.0.5)",
    "********",
    "connect error 10060",
    "proxy",
  ],
  ...[
    "<",
    ">",
    "</",
    "/>",
    "<a>",
    "</a>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml",
    "?>",
    "<!DOCTYPE",
    "<!ENTITY x",
  ],
  ...[
    "&",
    "&amp;",
    "&lt;",
    "&#0;",
    "&#x110000;",
    "&#xD800;",
    "&#x41;",
    "&lol9;",
    "&;",
    "<clientConfig",
    "emailProvider",
  ],
  ...[
    "<outgoingServer type='smtp'>",
    "<hostname>",
    "<port>",
    "encoding='utf-16'",
    "%EMAILADDRESS%",
    "%EMAILDOMAIN%",
  ],
  ...[
    "http://",
    "https://a.test/",
    "://",
    "@",
    "alice@example.test",
    "<bob@other.test>:",
    "example.test",
    "xn--80ak6aa",
  ],
  ...[
    "Reporting-MTA: dns; ",
    "Remote-MTA: dns; ",
    "Final-Recipient: rfc822; ",
    "Diagnostic-Code: smtp; 550 ",
  ],
  ...[
    "host mx.other.test[192.0.2.1] said: ",
    "remote host said: ",
    "(reason: 550 ",
    "Content-Type: message/rfc822",
  ],
  ...[
    "This is the mail system at host ",
    "after RCPT TO:",
    "----- original message",
    "Sending of the message failed",
  ],
  ...[
    "relay not permitted",
    "authentication required",
    "sender address rejected",
    "spam",
    "too many",
    "SMTPSVC",
    "port ",
  ],
  ...[
    "<script>alert(1)</script>",
    "javascript:",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\u2028",
    "\u{e0041}",
  ],
  ...[
    "\ud800",
    "\udfff",
    "İ",
    "ß",
    "ﬁ",
    "😀",
    "é",
    "\u007f",
    "\u0085",
    "__proto__",
    "constructor",
    "null",
    "{",
    "}",
    "[",
  ],
];

const runs = fc
  .tuple(fc.constantFrom(...words), fc.constantFrom(2, 9, 40, 130, 500))
  .map(([word, times]) => word.repeat(times));

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: runs },
);

/** Up to a few thousand characters. */
const scraps: fc.Arbitrary<string> = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));

/** A sample with a piece cut out, doubled, or something hostile put in, at up to four places. */
function mutated(samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 80 }), put: fc.oneof(piece, fc.constant("")) });
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((changed, { at, cut, put }) => {
      const from = at % (changed.length + 1);
      return changed.slice(0, from) + put + changed.slice(from + cut);
    }, text),
  );
}

/** `samples`: what the parser under test is made for. */
export function hostileText(...samples: readonly string[]): fc.Arbitrary<string> {
  return samples.length === 0 ? scraps : fc.oneof(scraps, mutated(samples));
}

export function hostileOctets(...samples: readonly string[]): fc.Arbitrary<Uint8Array> {
  return fc.oneof(hostileText(...samples).map(encodeText), fc.uint8Array({ maxLength: 400 }));
}

/** Where to cut `length` octets into pieces. */
export const cuts = fc.array(fc.nat({ max: 3000 }), { maxLength: 8 });

export function inPieces(octets: Uint8Array, at: readonly number[]): readonly Uint8Array[] {
  const places = [0, ...at.map((cut) => cut % (octets.length + 1)).sort((a, b) => a - b), octets.length];
  return places.slice(1).map((to, index) => octets.subarray(places[index] ?? 0, to));
}

export function fixture(path: string): string {
  return readFileSync(join(import.meta.dirname, "../fixtures", path), "utf8");
}

/** Three ways in which a refusal comes to a user: a bounce by Postfix, one by Exim, a server's log. */
export const bounces: readonly string[] = [
  [
    "This is the mail system at host mail.example.test.",
    "",
    "<friend@other.test>: host mx.other.test[192.0.2.1] said: 550 5.7.1 relay",
    "    not permitted (in reply to RCPT TO command)",
    "",
    "Reporting-MTA: dns; mail.example.test",
    "Final-Recipient: rfc822; friend@other.test",
    "Remote-MTA: dns; mx.other.test",
    "Diagnostic-Code: smtp; 550 5.7.1 relay not permitted",
    "",
    "Content-Type: message/rfc822",
    "From: alice@example.test",
  ].join("\n"),
  [
    "This message was created automatically by mail delivery software.",
    "",
    "  friend@other.test",
    "    host mx.other.test [192.0.2.1]",
    "    SMTP error from remote mail server after RCPT TO:<friend@other.test>:",
    "    550 relay not permitted",
    "------ This is a copy of the message, including all the headers. ------",
  ].join("\r\n"),
  "Nov 24 10:00:00 mail postfix/smtp[99]: 4A: to=<friend@other.test>, status=bounced (host mx.other.test[192.0.2.1] said: 554 5.7.1 denied (in reply to RCPT TO command))",
];
