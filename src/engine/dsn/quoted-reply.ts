// The SMTP reply (RFC 5321 §4.2) that a notice quotes, without the notice's own words around it: no field names, no
// commands, no closing sentences. The words of Postfix, Exim, Sendmail, qmail, Courier, Exchange, chasquid and others.

export interface QuotedReply {
  readonly code: number | null;
  /** RFC 3463, such as "5.7.1"; null where the reply has none. */
  readonly enhancedCode: string | null;
  /** All that was said, codes too. */
  readonly text: string;
}

const maximumLines = 12;
const maximumLength = 2_000;

// A code at the start of what a server says: never part of a number, an address or a version. The last kind has no
// three digits: "5.2.2 <user@example.com>... Mailbox Full".
const start = String.raw`(?:#?[45]\d\d[ :-]{1,3}(?=\S)|[45]\d\d$)`;
// Before each what it cannot be without, in lower case: looked for first, which costs less than the pattern.
const shapes: readonly (readonly [sign: string, shape: RegExp])[] = [
  // Sendmail, Courier: "<<< 550 5.1.1 <user@example.com>... User unknown", line by line
  ["<<<", /((?:^[ \t]{0,8}<<< [45]\d\d[ -][^\n]{0,600}\n?){1,12})/im],
  ["received >>>", /((?:^[ \t]{0,8}Received >>> [45]\d\d[ -][^\n]{0,600}\n?){1,12})/im],
  // Sendmail: "(reason: 550 5.1.1 User unknown)"
  ["(reason: ", /\(reason: (\d{3}[ -][^\n]{1,1000})\)/i],
  // Exchange: "#550 5.4.1 Relay Access Denied ##"; "edge.example.net #<edge.example.net #5.7.1 smtp;550 …> #SMTP#"
  ["#<", /#<[^\n]{0,200}?smtp;\s{0,3}([45]\d\d [^\n>]{1,600})/i],
  ["##", /#([45]\d\d \d\.\d{1,3}\.\d{1,3} [^]{1,1500}?)\s?##/],
  // Exchange: "Remote Server returned '550 5.1.10 …'"; with "<mx.example.com #5.1.1 smtp;550 …>"
  ["remote server returned", /remote server returned:? ['"<]([^]{1,1500}?)['>"](?:\s|$)/i],
  // chasquid: "mx.example.com.: MAIL/RCPT failed: 550 "5.1.1 <user@example.com>: …""
  ['"', /: ([45]\d\d "(?:[^"\\\n]|\\[^\n]){1,1500})"/],
  // chasquid 1.11: "MAIL+RCPT 550 relay not permitted", "DATA closing 550 …"
  ["mail+rcpt ", /^[ \t]{0,12}mail\+rcpt ([45]\d\d [^\n]{1,1000})/im],
  ["data ", /^[ \t]{0,12}data(?: closing)? ([45]\d\d [^\n]{1,1000})/im],
  // Zoho: "ERROR_CODE :550, ERROR_CODE :5.1.1 …"
  ["error_code", /error_code ?:([45]\d\d, error_code ?:[^\n]{1,600})/i],
  // IronPort, Amazon SES: "5.1.0 - Unknown address error 550-'5.7.1 … Access denied' (delivery attempts: 0)"
  ["-'", /\d\.\d\.\d - [a-z ]{4,60} ([45]\d\d-'[^\n]{1,1000}?)'(?: \(delivery attempts|\s{0,3}$)/im],
  // X6: "It responded as follows: [550 5.1.1 User unknown]"
  ["responded as follows", /responded as follows: \[([45]\d\d[^\]]{1,600})/i],
  // Postfix: "host mx.example.com[192.0.2.1] said: 550 …"; qmail: "Remote host said: 550 …"
  ["said:", new RegExp(String.raw`\bsaid:\s{1,8}(${start}[^]{0,${String(maximumLength)}})`, "im")],
  // Gmail, Exim: the reply on a line of its own
  ["", new RegExp(String.raw`^[ \t]{0,12}(${start}[^\n]{0,1000}(?:\n[ \t]{1,8}\S[^\n]{0,500}){0,8})`, "im")],
  // Exim, 1&1, MailFoundry, SurfControl: behind a colon, a comma, an opening quote or bracket
  [
    "",
    new RegExp(
      String.raw`[:;,(['"<>=]\s{0,4}["']?(${start}[^\n]{0,1000}(?:\n[ \t]{1,8}\S[^\n]{0,500}){0,8})`,
      "im",
    ),
  ],
  // In the middle of a sentence only with its enhanced code
  ["", /(?<![\w.:/-])([45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b[^\n]{0,600})/],
  // GMX: "SMTP error from remote server after RCPT command:\nhost: mx.example.com\n5.2.2 … Mailbox Full"
  ["", /^[ \t]{0,12}(?:-- )?([45]\.\d{1,3}\.\d{1,4} [^\n]{3,600})/m],
];

/** Null where the text quotes no reply of a server. */
export function quotedReply(text: string): QuotedReply | null {
  const read = text.slice(0, 16_384);
  const lower = read.toLowerCase();
  for (const [sign, shape] of shapes) {
    const found = lower.includes(sign) ? shape.exec(read)?.[1] : undefined;
    if (found !== undefined) return replyOf(found);
  }
  return null;
}

/** A text known to be a reply's own: the value of a Diagnostic-Code, with what servers put around it. */
export function replyOf(words: string): QuotedReply {
  const said = cleared(cleared(words.slice(0, maximumLength), quotations).trim(), closings).trim();
  const first = /^\W{0,3}([45]\d\d)(?![\d.])/.exec(said);
  const code = first?.[1];
  const enhancedCode = /(?<![\d.])[45]\.\d{1,3}\.\d{1,4}(?![\d.])/.exec(said.slice(0, 60))?.[0] ?? null;
  return {
    code: code === undefined ? null : Number(code),
    enhancedCode,
    text: said,
  };
}

/** What is no part of the reply, by a sign without which it is not there, and what is left of it. */
type Around = readonly (readonly [sign: string, pattern: RegExp, left?: string])[];

function cleared(words: string, around: Around): string {
  const lower = words.toLowerCase();
  let rest = words;
  for (const [sign, pattern, left = ""] of around) {
    if (lower.includes(sign)) rest = rest.replace(pattern, left);
  }
  return rest;
}

// How a notice marks the reply.
const quotations: Around = [
  ["<<< ", /^[ \t]{0,8}<<< /gm],
  ["received >>> ", /^[ \t]{0,8}Received >>> /gim],
  ["error_code", /ERROR_CODE ?:/g],
  [", ", /^(\d{3}), /, "$1 "],
  ["", /^([45]\d\d[ -])["'](?=#?[45]\.)/, "$1"],
  ["\\", /\\r|\\n/g, "\n"],
];

// What a notice says behind the reply: whose command it answered, how often it was tried, what became of it.
const closings: Around = [
  ["(", /\(in reply to [a-z ]{2,40}command\)[^]*$/i],
  ["[", /\s\[(?:RCPT_TO|MAIL_FROM|DATA|CONNECT)\][^]*$/],
  ["(", /\s?\(delivery attempts: \d{1,4}\)[^]*$/i],
  ["giving up on ", /\n?Giving up on [^]*$/i],
  ["in rcpt to", /\s?in RCPT TO\s{0,4}$/i],
  ["##", /\s?##\s{0,4}$/],
  [
    "\n",
    /\n\s{0,8}(?:\(state \d|----- |--- |Reporting-MTA|Final-Recipient|Last-Attempt|The mail system|Technical details|This (?:condition|message|has been)|No action is|For more|More information|Original message|\*{3,}|={4,}|-{5,})[^]*$/i,
  ],
  ["\n", /\n\s{0,4}\n[^]*$/],
  ["", /[\s"'>\])]{1,6}$/],
];

// Where a reply's next line may begin, once a notice has joined them: at its codes.
const codes =
  /(?<=^|\s)#?([45]\d\d)[ :-]{1,3}(?:#?[45]\.\d{1,3}\.\d{1,4}[ :;,-]{1,3})?|(?<=^|[\s.:;])([45]\.\d{1,3}\.\d{1,4}) /g;

/**
 * The reply's lines without codes, at most `maximumLines`: one for each of the server's, also where a notice has joined
 * them, as its codes stand at the start of each.
 */
export function linesOf({ code, enhancedCode, text }: QuotedReply): readonly string[] {
  const flat = text.replaceAll(/[ \t]{0,40}\n[ \t]{0,40}/g, " ").replaceAll(/[ \t]{2,}/g, " ");
  const pieces: string[] = [];
  let start = 0;
  for (const found of flat.matchAll(codes)) {
    const [whole, plain, enhanced] = found;
    if (plain === undefined ? enhanced === enhancedCode : Number(plain) === code) {
      pieces.push(flat.slice(start, found.index));
      start = found.index + whole.length;
    }
  }
  return [...pieces, flat.slice(start)]
    .map((line) => line.trim().replace(/^\W{0,2}(?:#?[45]\.\d{1,3}\.\d{1,4}[ :;,-]{1,3})/, ""))
    .filter((line) => line !== "")
    .slice(0, maximumLines);
}
