// What servers, and who stands between, do wrong: as data, with what the proof must come to at each step.
// "as if sound": the step is taken for what its code says, the words being none of the session's business.

import { limits } from "../../src/engine/smtp/limits.js";
import { encodeText } from "../../src/engine/octets/text.js";
import { say, type Event, type Step } from "./server.js";

/** A failure at the handshake can only be one of these. */
export interface Behaviour {
  readonly name: string;
  /** Where it makes sense; absent: at every step at which the server speaks. */
  readonly at?: readonly Step[];
  readonly does: (sound: string) => readonly Event[];
  /** The outcome; `<stage>` stands for the stage of the step. RSET and QUIT: always "accepted", nothing rests on them. */
  readonly comesTo: string;
  /** At single steps, another one. */
  readonly but?: Readonly<Partial<Record<Step | "auth LOGIN", string>>>;
  /** Only with this security. */
  readonly security?: "starttls";
}

export const speaking: readonly Step[] = [
  ...([
    "greeting",
    "ehlo",
    "starttls",
    "ehlo-again",
    "auth",
    "user",
    "password",
    "mail",
    "rcpt",
    "rset",
    "quit",
  ] as const),
];

const inText = (sound: string, words: string): Event =>
  say(sound.replace(/^\d{3}[ -][^\r]*/, (line) => line + words));
const inOctets = (sound: string, octets: readonly number[]): readonly Event[] => [
  { octets: Uint8Array.from([...encodeText(sound.slice(0, 4)), ...octets]) },
  say(sound.slice(4)),
];
const codeOf = (sound: string): string => /(\d{3}) /.exec(sound)?.[1] ?? "250";
const whole = (code: string, words = "no"): readonly Event[] => [say(`${code} ${words}\r\n`)];
const megabytes = (many: number): Uint8Array => new Uint8Array(many * 1_048_576).fill(0x78);
const refused = (code: number): string => `refused <stage> ${code}`;

export const behaviours: readonly Behaviour[] = [
  { name: "no fault at all", does: (sound) => [say(sound)], comesTo: "accepted" },

  // Too much, too slow
  {
    name: "lines that never end (250-, 250-, …)",
    does: (sound) => [{ octets: encodeText(`${codeOf(sound)}-more\r\n`.repeat(50)), forever: true }],
    comesTo: "fault <stage> limit lines",
  },
  {
    name: "a line that never ends",
    does: (sound) => [say(`${codeOf(sound)} `), { octets: encodeText("x".repeat(1000)), forever: true }],
    comesTo: "fault <stage> limit line",
  },
  {
    name: "a line of 10 MB",
    does: (sound) => [say(`${codeOf(sound)} `), { octets: megabytes(10) }, say("\r\n")],
    comesTo: "fault <stage> limit session",
  },
  {
    name: "an octet a second",
    does: (sound) =>
      Array.from(`${codeOf(sound)} ${"slowly ".repeat(20)}\r\n`, (one) => ({
        octets: encodeText(one),
        after: 1000,
      })),
    comesTo: "fault <stage> timeout",
  },
  {
    name: "many long lines",
    does: (sound) => [say(`${codeOf(sound)}-${"x".repeat(limits.line - 10)}\r\n`.repeat(20))],
    comesTo: "fault <stage> limit reply",
  },

  // Text that is none
  { name: "NUL in the text", does: (sound) => [inText(sound, "\0\0")], comesTo: "accepted" },
  {
    name: "invalid UTF-8",
    does: (sound) => inOctets(sound, [0xff, 0xc0, 0x80]),
    comesTo: "accepted",
  },
  {
    name: "direction and zero-width characters",
    does: (sound) => [inText(sound, "\u202e\u2066\u200b\ufeff")],
    comesTo: "accepted",
  },
  {
    name: "HTML and script",
    does: (sound) => [inText(sound, "<script>alert(1)</script><img src=x onerror=y>")],
    comesTo: "accepted",
  },
  { name: "bare line feeds", does: (sound) => [say(sound.replaceAll("\r\n", "\n"))], comesTo: "accepted" },
  {
    name: "octet by octet, at once",
    does: (sound) => [...encodeText(sound)].map((one) => ({ octets: Uint8Array.of(one) })),
    comesTo: "accepted",
  },
  { name: "no reply but words", does: () => [say("hello there\r\n")], comesTo: "fault <stage> malformed" },
  { name: "an empty line", does: () => [say("\r\n")], comesTo: "fault <stage> malformed" },
  {
    name: "binary",
    does: () => [{ octets: Uint8Array.of(0, 255, 1, 254, 10) }],
    comesTo: "fault <stage> malformed",
  },

  // Codes
  { name: "code 999", does: () => whole("999"), comesTo: "fault <stage> malformed" },
  { name: "code 000", does: () => whole("000"), comesTo: "fault <stage> malformed" },
  { name: "a code of two digits", does: () => whole("25"), comesTo: "fault <stage> malformed" },
  {
    name: "421, and hangs up",
    does: () => [...whole("421", "4.3.2 closing"), { fault: { kind: "closed" } }],
    comesTo: refused(421),
  },
  { name: "550 with no word", does: () => [say("550\r\n")], comesTo: refused(550) },
  {
    name: "554, a line for each word",
    does: () => [say("554-no\r\n554-way\r\n554 ever\r\n")],
    comesTo: refused(554),
  },
  {
    name: "codes that contradict each other",
    does: (sound) => [say(`${codeOf(sound)}-yes\r\n550 no\r\n`)],
    comesTo: refused(550),
  },
  { name: "354, as if a message was to come", does: () => whole("354"), comesTo: refused(354) },
  {
    name: "334, as if a password was to come",
    does: () => whole("334", "UGFzc3dvcmQ6"),
    comesTo: refused(334),
    // PLAIN: the message is sent again (RFC 4616), which this server does not understand; LOGIN: the next answer is
    // due anyway, and after the password only "*" is left to say.
    but: { auth: refused(500), "auth LOGIN": "accepted", user: "accepted", password: refused(500) },
  },
  {
    name: "250, whatever was asked",
    does: () => whole("250", "yes"),
    comesTo: "accepted",
    // Nothing but 220 greets or upgrades; an EHLO with no words offers nothing; a "yes" before anything was judged is none.
    but: {
      greeting: refused(250),
      ehlo: "fault starttls starttls-not-offered",
      starttls: refused(250),
      "ehlo-again": "no-sign-in-offered",
      "auth LOGIN": "fault auth malformed",
      user: "fault auth malformed",
    },
  },

  // Words in the server's mouth (response injection)
  {
    name: "a reply before its command",
    does: (sound) => [say(`${sound}250 2.1.0 ok\r\n250 2.1.5 ok\r\n`)],
    comesTo: "fault <next> injected",
  },
  {
    name: "421 before the next command",
    does: (sound) => [say(`${sound}421 4.3.2 closing\r\n`)],
    comesTo: "refused <next> 421",
    but: { starttls: "fault starttls injected", rcpt: "accepted" },
  },
  {
    name: "plain text after STARTTLS, in one packet",
    at: ["starttls"],
    does: (sound) => [say(`${sound}250-mail.example.test\r\n250 AUTH PLAIN LOGIN\r\n`)],
    comesTo: "fault starttls injected",
  },
  {
    name: "half a line of plain text after STARTTLS",
    at: ["starttls"],
    does: (sound) => [say(`${sound}25`)],
    comesTo: "fault starttls injected",
  },
  {
    name: "plain text after STARTTLS, in a packet of its own",
    at: ["starttls"],
    // Dropped with everything that was not handed over: the session inside TLS begins anew.
    does: (sound) => [say(sound), say("250-mail.example.test\r\n250 AUTH PLAIN LOGIN\r\n")],
    comesTo: "accepted",
  },

  // Less than was promised
  {
    name: "STARTTLS stripped from EHLO",
    security: "starttls",
    at: ["ehlo"],
    does: () => [say("250-mail.example.test\r\n250 AUTH PLAIN LOGIN\r\n")],
    comesTo: "fault starttls starttls-not-offered",
  },
  {
    name: "STARTTLS overwritten by a firewall",
    security: "starttls",
    at: ["ehlo"],
    does: () => [say("250-mail.example.test\r\n250 XXXXXXXA\r\n")],
    comesTo: "fault starttls starttls-not-offered",
  },
  {
    name: "STARTTLS not known when it is used",
    at: ["starttls"],
    does: () => whole("502"),
    comesTo: refused(502),
  },
  {
    name: "454 TLS not available",
    at: ["starttls"],
    does: () => whole("454", "TLS not available"),
    comesTo: refused(454),
  },
  {
    name: "sign-in offered only before TLS",
    at: ["ehlo-again"],
    does: () => [say("250-mail.example.test\r\n250 STARTTLS\r\n")],
    comesTo: "no-sign-in-offered",
  },
  {
    name: "another method inside TLS than before",
    at: ["ehlo-again"],
    does: () => [say("250-mail.example.test\r\n250 AUTH NTLM XOAUTH2\r\n")],
    comesTo: "no-sign-in-offered",
  },
  {
    name: "EHLO not known any more",
    at: ["ehlo-again"],
    does: (sound) => (sound === "" ? [] : whole("502")),
    comesTo: refused(502),
  },

  // The connection
  {
    name: "hangs up",
    at: ["connect", ...speaking],
    does: () => [{ fault: { kind: "closed" } }],
    comesTo: "fault <stage> closed",
  },
  {
    name: "half a reply, then hangs up",
    does: (sound) => [say(sound.slice(0, 5)), { fault: { kind: "closed" } }],
    comesTo: "fault <stage> closed",
  },
  {
    name: "reset",
    at: ["connect", ...speaking, "tls", "tls-first"],
    does: () => [{ fault: { kind: "network" } }],
    comesTo: "fault <stage> network",
  },
  {
    name: "silence",
    at: ["connect", ...speaking, "tls", "tls-first"],
    does: () => ["silence"],
    comesTo: "fault <stage> timeout",
  },
  {
    name: "half a reply, then silence",
    does: (sound) => [say(sound.slice(0, 5)), "silence"],
    comesTo: "fault <stage> timeout",
  },
  {
    name: "refused",
    at: ["connect"],
    does: () => [{ fault: { kind: "refused" } }],
    comesTo: "fault <stage> refused",
  },
  {
    name: "TLS refused",
    at: ["tls", "tls-first"],
    does: () => [{ fault: { kind: "tls" } }],
    comesTo: "fault <stage> tls",
  },
  {
    name: "certificate of another name",
    at: ["tls", "tls-first"],
    does: () => [
      {
        fault: {
          kind: "certificate",
          reason: "other-name",
          names: ["evil.test"],
        },
      },
    ],
    comesTo: "fault <stage> certificate",
  },
  // Thunderbird's socket tells of it only when the next reply is read.
  {
    name: "certificate told of late",
    at: ["ehlo-again"],
    does: () => [
      {
        fault: {
          kind: "certificate",
          reason: "self-signed",
          names: [],
        },
      },
    ],
    comesTo: "fault starttls certificate",
  },

  // Another protocol
  {
    name: "a redirect (HTTP)",
    does: () => [say("HTTP/1.1 301 Moved\r\nLocation: https://evil.test/\r\n\r\n")],
    comesTo: "fault <stage> malformed",
    but: { greeting: "fault greeting not-smtp http" },
  },
  {
    name: "IMAP",
    does: () => [say("* OK IMAP4rev1 ready\r\n")],
    comesTo: "fault <stage> malformed",
    but: { greeting: "fault greeting not-smtp imap" },
  },
  {
    name: "a TLS alert in plain text",
    does: () => [{ octets: Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70, 10) }],
    comesTo: "fault <stage> malformed",
    but: { greeting: "fault greeting not-smtp tls" },
  },
];
