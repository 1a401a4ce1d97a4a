// What a server's words tell of the user's machine and of people, as a careful person would take it out of a post:
// names, addresses of the Internet, names of computers. Words that everybody says stay, whoever is called so: without
// them nobody could understand what the server means.

import { ordinaryWords } from "../../engine/secrets/ordinary-words.js";

const anAddress = /[^\s<>"'()[\],;:@=]{1,64}@(?=[a-z0-9[])/gi;
/** "Alice Wonder <alice@…>", "\"Wonder, Alice\" <alice@…>". */
const nameBefore =
  /(?:"[^"<>@]{1,80}"|(?:(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]{0,40} ){1,4})(?= ?<[^<>\s]{1,64}@)/gu;
const anIpv4Address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const ipv6Letters = /(?<![\w:.])[\da-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3})?(?:%\w{1,16})?(?![\w:])/gi;
const aHostName = /(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w-])/g;
/** Networks at home and in companies have these; nobody else knows them. */
const localSuffix =
  /\.(?:lan|local|localdomain|home|home\.arpa|internal|intranet|private|corp|fritz\.box|box)$/i;
/** "p5b0a1234", "203-0-113-9", "dsl-0123456": made of an address. */
const madeOfAnAddress = /\d{3}|\d-\d{1,3}-|^(?=[a-z]{0,3}[\da-f]{8})[a-z\d]+$/i;

export interface Known {
  /** The stand-in of a name. */
  readonly name: (name: string) => string;
  /** Names of people and accounts, in any letters, and what stands for them. */
  readonly words: ReadonlyMap<string, string>;
  /** Hosts and domains of the settings: they stay. */
  readonly hosts: ReadonlySet<string>;
}

export function maskedText(line: string, { name, words, hosts }: Known): string {
  return line
    .replace(nameBefore, "name ")
    .replace(anAddress, (found) => `${name(found.slice(0, -1))}@`)
    .replace(anIpv4Address, "192.0.2.1")
    .replace(ipv6Letters, (found) => (isIpv6(found) ? "2001:db8::1" : found))
    .replace(aHostName, (found) => (isOwnMachine(found, hosts) ? "host.invalid" : found))
    .replace(/[\p{L}\p{N}_][\p{L}\p{N}_.+-]*[\p{L}\p{N}_]/gu, (found) => wordStandIn(found, words));
}

/** Whether `name` may be masked as a word wherever it stands. */
export function isTelling(name: string): boolean {
  return name.length >= 3 && !/^\d+$/.test(name) && !ordinaryWords.has(name.toLowerCase());
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
  const [first = ""] = name.split(".");
  return localSuffix.test(name) || madeOfAnAddress.test(first);
}

/** RFC 4291 §2.2, with an IPv4 address or a zone at its end. */
function isIpv6(text: string): boolean {
  const [address = ""] = text.split("%");
  const [left = "", right, ...more] = address.split("::");
  const groups = (part: string): readonly string[] => (part === "" ? [] : part.split(":"));
  const all = [...groups(left), ...groups(right ?? "")];
  const last = all.at(-1) ?? "";
  const size = all.length + (last.includes(".") ? 1 : 0);
  const fits = all.every(
    (group, at) =>
      /^[\da-f]{1,4}$/i.test(group) || (at === all.length - 1 && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group)),
  );
  return fits && more.length === 0 && all.length > 0 && (right === undefined ? size === 8 : size <= 7);
}
