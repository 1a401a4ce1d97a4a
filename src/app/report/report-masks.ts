// What a careful person would take out before posting a report in public: the part of every address before the "@",
// account names, recipients; in what servers say also the own addresses and the computer's name. The same name gets the same stand-in everywhere, so that
// the rules come to the same diagnosis. Host names and domains stay: without them nobody could help.

import { domainOf } from "../../engine/model/address.js";
import { evidence as described, type Evidence } from "../../engine/model/evidence.js";
import { refusal as describedRefusal, type Refusal } from "../../engine/model/refusal.js";
import type { Fields, Shape, TextMeaning } from "../../engine/model/shape.js";
import { Redactor } from "../../engine/secrets/redact.js";
import { howTelling, maskedText } from "./masked-text.js";

const asItIs = (text: string): string => text;

/** The stand-ins of one report: the same name has the same one wherever it is told. */
export class Masks {
  readonly #names = new Map<string, string>();
  readonly #accounts = new Map<string, string>();
  /** Names as they may stand in a sentence, with their stand-ins. */
  readonly #words = new Map<string, string>();
  readonly #shortNames = new Map<string, string>();
  readonly #hosts = new Set<string>();
  readonly #secrets = new Redactor();
  readonly #ownDomains: ReadonlySet<string>;
  readonly #texts: Readonly<Record<TextMeaning, (text: string) => string>> = {
    key: asItIs,
    "account-name": (name) => this.#account(name),
    address: (address) => this.#address(address),
    recipient: (address) => this.#recipient(address),
    "user-name": (name) => this.#address(name),
    host: (host) => {
      this.#keep(host);
      return host;
    },
    page: asItIs,
    "ip-address": asItIs,
    term: asItIs,
    "enhanced-code": asItIs,
    said: (line) => this.#said(line),
    "own-words": () => "",
  };

  constructor(private readonly whole: Evidence) {
    const { sender, fellows } = whole;
    const own = [sender.address, sender.from, ...fellows.map(({ address }) => address)];
    this.#ownDomains = new Set(own.map(domainOf));
    // The order gives the numbers: the sender is user1.
    this.#address(sender.address);
    // What a server says comes second: every name is known by then.
    this.#of(described, whole);
  }

  /** What the description does not know of is left out. */
  evidence(): Evidence {
    return this.#of(described, this.whole) as Evidence;
  }

  /** What a server has said since. Twice, too: it may name a recipient that the evidence does not have. */
  refusal(refusal: Refusal): Refusal {
    this.#of(describedRefusal, refusal);
    return this.#of(describedRefusal, refusal) as Refusal;
  }

  /** `value` is what `shape` describes: it comes from us. */
  #of(shape: Shape, value: unknown): unknown {
    switch (shape.is) {
      case "text":
        return this.#texts[shape.means](value as string);
      case "number":
      case "choice":
        return value;
      case "nullable":
        return value === null ? null : this.#of(shape.inner, value);
      case "optional":
        return value === undefined ? undefined : this.#of(shape.inner, value);
      case "list":
        return (value as readonly unknown[]).map((one) => this.#of(shape.inner, one));
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
    return Object.fromEntries(present.map(([name, shape]) => [name, this.#of(shape, value[name])]));
  }

  /** Whatever a server wrote: names and addresses it repeats, the own machine, tokens. */
  #said(line: string): string {
    return maskedText(this.#secrets.text(line), {
      name: (name) => this.#name(name),
      words: this.#words,
      shortNames: this.#shortNames,
      hosts: this.#hosts,
    });
  }

  #account(name: string): string {
    const stand = numbered(this.#accounts, name, "account");
    this.#isCalled(name, stand);
    return stand;
  }

  #keep(host: string): void {
    if (host !== "") {
      this.#hosts.add(host.toLowerCase());
    }
  }

  #isCalled(name: string, stand: string): void {
    for (const word of [name, ...name.split(/[\s._+-]/)].map((one) => one.toLowerCase())) {
      const how = howTelling(word);
      if (how !== "never") {
        const known = how === "everywhere" ? this.#words : this.#shortNames;
        known.set(word, known.get(word) ?? stand);
      }
    }
  }

  /** An address, or a user name that is none: "alice" is the same name as in "alice@example.com". */
  #address(address: string): string {
    const at = address.lastIndexOf("@");
    const name = at === -1 ? address : address.slice(0, at);
    const stand = this.#name(name);
    this.#isCalled(name, stand.toLowerCase());
    if (at === -1) {
      return stand;
    }
    this.#keep(address.slice(at + 1));
    return stand + address.slice(at);
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
