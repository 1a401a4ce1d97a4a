// What a careful person would take out before posting a report in public: the part of every address before the "@",
// account names, recipients, the own IP address in a refusal. The same name gets the same stand-in everywhere, so that
// the rules come to the same diagnosis. Host names and domains stay: without them nobody could help.

import { evidence as described, type Evidence } from "../../engine/model/evidence.js";
import type { Fields, Shape, TextMeaning } from "../../engine/model/shape.js";
import { Redactor } from "../../engine/redact.js";

/** What the description does not know of is left out. */
export function masked(evidence: Evidence): Evidence {
  return new Masks(evidence).of(described, evidence) as Evidence;
}

const anAddress = /[^\s<>"'()[\],;:@=]{1,64}@(?=[a-z0-9[])/gi;
const anIpv4Address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const anIpv6Address = /(?<![\w:])(?:[\da-f]{1,4}:){3,7}[\da-f:]{1,}(?![\w:])/gi;

const asItIs = (text: string): string => text;

class Masks {
  readonly #names = new Map<string, string>();
  readonly #accounts = new Map<string, string>();
  readonly #secrets = new Redactor();
  readonly #ownDomains: ReadonlySet<string>;
  readonly #texts: Readonly<Record<TextMeaning, (text: string) => string>> = {
    key: asItIs,
    "account-name": (name) => numbered(this.#accounts, name, "account"),
    address: (address) => this.#address(address),
    recipient: (address) => this.#recipient(address),
    "user-name": (name) => this.#address(name),
    host: asItIs,
    "ip-address": asItIs,
    term: asItIs,
    "enhanced-code": asItIs,
    said: (line) => this.#said(line),
    "own-words": () => "",
  };

  constructor({ sender, fellows }: Evidence) {
    const own = [sender.address, sender.from, ...fellows.map(({ address }) => address)];
    this.#ownDomains = new Set(own.map(domainOf));
    // The order gives the numbers: the sender is user1.
    this.#address(sender.address);
  }

  /** `value` is what `shape` describes: it comes from us. */
  of(shape: Shape, value: unknown): unknown {
    switch (shape.is) {
      case "text":
        return this.#texts[shape.means](value as string);
      case "number":
      case "choice":
        return value;
      case "nullable":
        return value === null ? null : this.of(shape.inner, value);
      case "optional":
        return value === undefined ? undefined : this.of(shape.inner, value);
      case "list":
        return (value as readonly unknown[]).map((one) => this.of(shape.inner, one));
      case "record":
        return this.#fields(shape.fields, value as Readonly<Record<string, unknown>>);
      case "union": {
        const { kind, ...rest } = value as Readonly<Record<string, unknown>> & { readonly kind: string };
        return { kind, ...this.#fields(shape.kinds[kind] ?? {}, rest) };
      }
    }
  }

  #fields(fields: Fields, value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const present = Object.entries(fields).filter(([name]) => value[name] !== undefined);
    return Object.fromEntries(present.map(([name, shape]) => [name, this.of(shape, value[name])]));
  }

  /** Whatever a server wrote: addresses it repeats, the own IP address, tokens. */
  #said(line: string): string {
    return this.#secrets
      .text(line)
      .replace(anAddress, (found) => `${this.#name(found.slice(0, -1))}@`)
      .replace(anIpv4Address, "192.0.2.1")
      .replace(anIpv6Address, "2001:db8:0:0:0:0:0:1");
  }

  /** An address, or a user name that is none: "alice" is the same name as in "alice@example.com". */
  #address(address: string): string {
    const at = address.lastIndexOf("@");
    return at === -1 ? this.#name(address) : this.#name(address.slice(0, at)) + address.slice(at);
  }

  #recipient(recipient: string): string {
    const own = this.#ownDomains.has(domainOf(recipient));
    const masked = this.#address(recipient);
    return own || !masked.includes("@")
      ? masked
      : `${masked.slice(0, masked.lastIndexOf("@"))}@recipient.invalid`;
  }

  #name(name: string): string {
    const stand = numbered(this.#names, name.toLowerCase(), "user");
    // Rules compare with and without regard to capitals.
    return name === name.toLowerCase() ? stand : stand.toUpperCase();
  }
}

function numbered(known: Map<string, string>, name: string, word: string): string {
  if (name === "") {
    return "";
  }
  const stand = known.get(name) ?? `${word}${String(known.size + 1)}`;
  known.set(name, stand);
  return stand;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
