// The parts of a notice in a mail's source (RFC 5322, 2045, 2046), as pasted or given to `npm run classify`. By hand and
// not by a MIME library: the text arrives decoded and often cut, the engine is pure and answers at once, and a parser of
// 120 kB would be loaded with the background at every wake. Character sets other than UTF-8 and Latin-1 stay unread.

import type { Headers, NoticeMail } from "../model/returned-mail.js";
import { wordsOfHtml } from "./html-text.js";
import { maximumPartLength, parted, withPlainEnds } from "./mail.js";
import { decoded, withEncodedWords } from "./transfer-encoding.js";

export const maximumSource = 1 << 20;
const maximumParts = 30;
const maximumDepth = 6;
/** Of different names, and of one. */
const maximumHeaders = 500;

interface Part {
  readonly type: string;
  readonly text: string;
}

/** Null where the text is no mail's source: it must begin with headers, one of which only mails have. */
export function mailIn(source: string): NoticeMail | null {
  const read = headersAndBody(unified(source));
  if (read === null || !mailHeaders.some((name) => read.headers.has(name))) {
    return null;
  }
  const parts: Part[] = [];
  collect(read.headers, read.body, parts, 0);
  const joined = (types: readonly string[]): string =>
    parts
      .filter(({ type }) => types.includes(type))
      .map(({ text }) => text)
      .join("\n\n");
  const returned = parts.find(({ type }) => returnedTypes.includes(type))?.text ?? "";
  const status = joined(statusTypes);
  const nested =
    status === "" && /multipart\/report/i.test(returned.slice(0, 8_000)) ? mailIn(returned) : null;
  if (nested !== null && nested.status !== "") {
    return nested;
  }
  const text = joined(["text/plain"]) || wordsOfHtml(joined(["text/html"]));
  const plain = parted(text);
  return {
    headers: decodedHeaders(read.headers),
    text: plain.before,
    status,
    returned: returned || plain.after,
  };
}

const mailHeaders = ["from", "to", "subject", "received", "return-path", "content-type", "mime-version"];
/** Parts that hold the fields of RFC 3464, and those that hold the message that came back. */
export const statusTypes: readonly string[] = ["message/delivery-status", "message/global-delivery-status"];
export const returnedTypes: readonly string[] = [
  "message/rfc822",
  "message/global",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "message/global-headers",
  "message/partial",
];

const readTypes: readonly string[] = ["text/plain", "text/html", ...statusTypes, ...returnedTypes];

function unified(source: string): string {
  const text = withPlainEnds(source.slice(0, maximumSource)).trimStart();
  return text.startsWith("From ") ? text.replace(/^From [^\n]{1,200}\n/, "") : text;
}

/** By their names in lower case, as they are written. */
type Fields = ReadonlyMap<string, readonly string[]>;

function headersAndBody(text: string): { readonly headers: Fields; readonly body: string } | null {
  const headers = new Map<string, string[]>();
  let at = 0;
  let last: string[] | null = null;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const next = end < 0 ? text.length : end + 1;
    const field = /^([!-9;-~]{1,76}):[ \t]{0,80}([^]{0,4000})/.exec(line);
    if (field !== null) {
      const name = (field[1] ?? "").toLowerCase();
      if (headers.size >= maximumHeaders) return { headers, body: "" };
      last = headers.get(name) ?? [];
      headers.set(name, last);
      if (last.length < maximumHeaders) last.push(field[2] ?? "");
    } else if (last === null) {
      return null;
    } else {
      const more = line.trim();
      if (more === "" || !/^[ \t]/.test(line)) {
        // Some write the text right below the headers.
        return { headers, body: text.slice(more === "" ? next : at) };
      }
      last.push(`${last.pop() ?? ""} ${more}`.slice(0, 4_000));
    }
    at = next;
  }
  return last === null ? null : { headers, body: "" };
}

/** Whatever a header is called, "constructor" too, it is nothing but a header. */
function decodedHeaders(headers: Fields): Headers {
  const values = Object.create(null) as Record<string, readonly string[]>;
  for (const [name, all] of headers) values[name] = all.map(withEncodedWords);
  return values;
}

function collect(headers: Fields, body: string, parts: Part[], depth: number): void {
  const kind = headers.get("content-type")?.[0] ?? "text/plain";
  const type = /^\s{0,8}([^\s;]{1,80})/.exec(kind)?.[1]?.toLowerCase() ?? "text/plain";
  const boundary = /;\s{0,80}boundary\s{0,4}=\s{0,4}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/i.exec(kind);
  if (type.startsWith("multipart/") && boundary !== null && depth < maximumDepth) {
    const found = between(body, boundary[1] ?? boundary[2] ?? "");
    for (const inner of found) {
      if (parts.length >= maximumParts) break;
      const read = headersAndBody(inner) ?? { headers: new Map<string, readonly string[]>(), body: inner };
      collect(read.headers, read.body, parts, depth + 1);
    }
    // Its boundary stands nowhere, in what was cut or copied: then it is one text.
    if (found.length > 0) return;
  }
  const read = type.startsWith("multipart/") ? "text/plain" : type;
  if (!readTypes.includes(read)) return;
  // An encoding makes at most three letters of one.
  const bounded = body.slice(0, 3 * maximumPartLength);
  const text = decoded(bounded, headers.get("content-transfer-encoding")?.[0] ?? "").slice(
    0,
    maximumPartLength,
  );
  parts.push({ type: read, text });
}

/** What stands between the boundary's lines; the last part may have lost its end. */
function between(body: string, boundary: string): readonly string[] {
  const found: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = body.startsWith(mark) ? 0 : nextLine(body, mark, 0); at >= 0; at = nextLine(body, mark, at)) {
    // The line's end before a boundary belongs to the boundary.
    if (start >= 0) found.push(body.slice(start, Math.max(start, at - 1)));
    const end = body.indexOf("\n", at);
    if (end < 0 || body.startsWith("--", at + mark.length) || found.length > maximumParts) {
      return found;
    }
    start = end + 1;
  }
  if (start >= 0) found.push(body.slice(start));
  return found;
}

/** Where the next line that begins with `mark` begins. */
function nextLine(body: string, mark: string, from: number): number {
  const at = body.indexOf(`\n${mark}`, from);
  return at < 0 ? -1 : at + 1;
}
