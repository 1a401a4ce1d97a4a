// What a server's words tell of the user's machine and of people, as a careful person would take it out of a post:
// names, addresses of the Internet, names of computers. Words that everybody says stay, whoever is called so: without
// them nobody could understand what the server means.

import { ordinaryWords } from "../../engine/secrets/ordinary-words.js";

const anAddress = /[^\s<>"'()[\],;:@=]{1,64}@(?=[a-z0-9[])/gi;
/** "Alice Wonder <alice@…>", "\"Wonder, Alice\" <alice@…>". */
const nameBefore =
  /(?:"[^"<>@]{1,80}"|(?:(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]{0,40} ){1,4})(?= ?<[^<>\s]{1,64}@)/gu;
const anIpv4Address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const ipv6Letters =
  /(?<![\w.]|(?<!\bIPv6):)[\da-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3})?(?:%\w{1,16})?(?![\w:]|(?:\.\d{1,3}){3})/gi;
const aHostName = /(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w-])/g;
/** Networks at home and in companies have these; nobody else knows them. */
const localSuffix =
  /\.(?:lan|local|localdomain|home|home\.arpa|internal|intranet|private|corp|fritz\.box|box)$/i;
/** How computers call themselves in EHLO, or are called there: by a name without a dot. */
const saidHello =
  /(?<=\b(?:helo|ehlo)[ =]["'<([]?)[a-z\d][\w-]{1,62}(?![\w.-])|(?<=\bH=\(?|\bfrom )[a-z\d][\w-]{1,62}(?=\)? ?[[(])|(?<=<)[a-z\d][\w-]{1,62}(?=>: (?:helo|ehlo|client host)\b)/gi;
/** What the makers of computers, and of their systems, make of the owner's name or of a number. */
const computer =
  /(?<![\w.-])(?:(?:desktop|laptop|notebook|win|pc)-[a-z\d]{4,15}|[\p{L}\d][\p{L}\d'’-]{0,40}-(?:macbook(?:-(?:pro|air))?|imac|mac-mini|pc|laptop|desktop|notebook|thinkpad))(?![\w.-])/giu;
/** Where a word is the name of a user, whatever else it may be. */
const asUser =
  /(?<=(?<![a-z\d])(?:user(?:_?name)?|login|account|mailbox)(?:[=:] ?["'<(]?| ["'<(]))[\p{L}\p{N}]{2,3}(?![\p{L}\p{N}.@-])/giu;
/** Names have two letters, too, but so have words in every language that servers speak. */
const shortWords = new Set(
  (
    "al am an as at au be bl by da dd de dt di do du ed ei el em en er es et eu fi go he hi id if il im in ip is it " +
    "ja je la le lo ma me mi mx my na ne ni no nr oh ok on or os ou pm po re ru sa se si so su te to tu ud uk um un up " +
    "us ve vi vs we wo yo za ze zu ad ai av già han har har med och som til var vom von zur zum der die das den dem " +
    "les des que qui por una con del los las uma não per che non een het van nie jak jest ein und für msg dsn bin why " +
    "did how its sie pas byl foi się"
  ).split(" "),
);
/** A sign-in, a session or a message of the user's own, in a link of the provider: "…/signin/continue?plt=AKgnsbt9…". */
const inLink = /(?<=[?&#][\w.-]{1,40}=)(?=[^\s&<>"]{0,200}\d)[^\s&<>"]{20,2000}/g;
/** "p5b0a1234", "203-0-113-9", "dsl-0123456": made of an address. */
const madeOfAnAddress = /\d{3}|\d-\d{1,3}-|^(?=[a-z]{0,3}[\da-f]{8})[a-z\d]+$/i;

export interface Known {
  /** The stand-in of a name. */
  readonly name: (name: string) => string;
  /** Names of people and accounts, in any letters, and what stands for them wherever they are told. */
  readonly words: ReadonlyMap<string, string>;
  /** Those that are words of their own as well, and are masked only where a user is named. */
  readonly shortNames: ReadonlyMap<string, string>;
  /** Hosts and domains of the settings: they stay. */
  readonly hosts: ReadonlySet<string>;
}

export function maskedText(line: string, { name, words, shortNames, hosts }: Known): string {
  return line
    .replace(inLink, "…")
    .replace(nameBefore, "name ")
    .replace(anAddress, (found) => `${name(found.slice(0, -1))}@`)
    .replace(anIpv4Address, "192.0.2.1")
    .replace(ipv6Letters, (found) => (isIpv6(found) ? "2001:db8::1" : found))
    .replace(aHostName, (found) => (isOwnMachine(found, hosts) ? "host.invalid" : found))
    .replace(saidHello, (found) => (isWord(found) || hosts.has(found.toLowerCase()) ? found : "computer"))
    .replace(computer, (found) => (hosts.has(found.toLowerCase()) ? found : "computer"))
    .replace(asUser, (found) => shortNames.get(found.toLowerCase()) ?? found)
    .replace(/[\p{L}\p{N}_][\p{L}\p{N}_.+-]*[\p{L}\p{N}_]/gu, (found) => wordStandIn(found, words));
}

/** Whether `name` may be masked as a word wherever it stands, or only where a user is named, or never. */
export function howTelling(name: string): "everywhere" | "as-user" | "never" {
  if (name.length < 2 || /^\d+$/.test(name) || ordinaryWords.has(name.toLowerCase())) {
    return "never";
  }
  return isWord(name) ? "as-user" : "everywhere";
}

function isWord(text: string): boolean {
  return ordinaryWords.has(text.toLowerCase()) || shortWords.has(text.toLowerCase());
}

function wordStandIn(found: string, words: ReadonlyMap<string, string>): string {
  const whole = words.get(found.toLowerCase());
  if (whole !== undefined) {
    return whole;
  }
  // A host's name stays whole; "alice," and "sasl_username=alice" came without their signs.
  return /\.\p{L}/u.test(found)
    ? found
    : found.replace(/[\p{L}\p{N}]+/gu, (part) => words.get(part.toLowerCase()) ?? part);
}

function isOwnMachine(host: string, known: ReadonlySet<string>): boolean {
  const name = host.toLowerCase();
  if ([...known].some((one) => name === one || name.endsWith(`.${one}`)) || /^[\d.]+$/.test(name)) {
    return false;
  }
  return localSuffix.test(name) || madeOfAnAddress.test(name.slice(0, name.indexOf(".")));
}

/** RFC 4291 §2.2, with an IPv4 address or a zone at its end. */
function isIpv6(text: string): boolean {
  const address = text.replace(/%.*/, "");
  const halves = address.split("::");
  const all = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  // A dot can only be in the last one: what is asked about has no other.
  const size = all.length + (address.includes(".") ? 1 : 0);
  const fits = all.every((group) => /^(?:[\da-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})$/i.test(group));
  const isWhole = halves.length === 1 ? size === 8 : halves.length === 2 && size <= 7;
  return fits && all.length > 0 && isWhole;
}
