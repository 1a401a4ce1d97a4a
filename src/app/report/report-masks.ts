// What a careful person would take out before posting a report in public: the part of every address before the "@",
// account names, recipients, the own IP address in a refusal. The same name gets the same stand-in everywhere, so that
// the rules come to the same diagnosis. Host names and domains stay: without them nobody could help.

import type { Evidence, FellowSender, OutgoingFound } from "../../engine/model/evidence.js";
import type { Refusal } from "../../engine/model/refusal.js";
import type { Probe, ProbedCandidate } from "../../engine/model/probe.js";
import { Redactor } from "../../engine/redact.js";

export function masked(evidence: Evidence): Evidence {
  return new Masks(evidence).evidence(evidence);
}

const anAddress = /[^\s<>"'()[\],;:@=]{1,64}@(?=[a-z0-9[])/gi;
const anIpv4Address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const anIpv6Address = /(?<![\w:])(?:[\da-f]{1,4}:){3,7}[\da-f:]{1,}(?![\w:])/gi;

class Masks {
  readonly #names = new Map<string, string>();
  readonly #accounts = new Map<string, string>();
  readonly #secrets = new Redactor();
  readonly #ownDomains: ReadonlySet<string>;

  constructor({ sender, fellows }: Evidence) {
    const own = [sender.address, sender.from, ...fellows.map(({ address }) => address)];
    this.#ownDomains = new Set(own.map(domainOf));
  }

  evidence(evidence: Evidence): Evidence {
    const { sender, outgoing, incoming, fellows, refusal, probe, candidates } = evidence;
    // The order gives the numbers: the sender is user1.
    return {
      sender: { ...this.#person(sender), from: this.#address(sender.from) },
      outgoing: this.#outgoing(outgoing),
      incoming: incoming && { ...incoming, userName: this.#address(incoming.userName) },
      fellows: fellows.map((fellow) => this.#person(fellow)),
      refusal: refusal && this.#refusal(refusal),
      probe: probe && this.#probe(probe),
      candidates: candidates.map((candidate) => this.#candidate(candidate)),
    };
  }

  #person<Person extends FellowSender>(person: Person): Person {
    const { address, accountName } = person;
    const account = numbered(this.#accounts, accountName, "account");
    return { ...person, address: this.#address(address), accountName: account };
  }

  #outgoing(outgoing: OutgoingFound): OutgoingFound {
    if (outgoing.kind !== "smtp") {
      return outgoing;
    }
    const { server } = outgoing;
    return { ...outgoing, server: { ...server, description: "", userName: this.#address(server.userName) } };
  }

  #refusal(refusal: Refusal): Refusal {
    return {
      ...refusal,
      recipients: refusal.recipients.map((recipient) => this.#recipient(recipient)),
      lines: refusal.lines.map((line) => this.text(line)),
    };
  }

  #candidate(candidate: ProbedCandidate): ProbedCandidate {
    const { settings, probe } = candidate;
    return {
      ...candidate,
      settings: { ...settings, userName: this.#address(settings.userName) },
      probe: probe && this.#probe(probe),
    };
  }

  #probe(probe: Probe): Probe {
    const { answer } = probe;
    if (answer.kind === "turned-away") {
      return { ...probe, answer: { ...answer, lines: answer.lines.map((line) => this.text(line)) } };
    }
    if (answer.kind !== "answers" || answer.toStranger?.kind !== "refused") {
      return probe;
    }
    const toStranger = {
      ...answer.toStranger,
      lines: answer.toStranger.lines.map((line) => this.text(line)),
    };
    return { ...probe, answer: { ...answer, toStranger } };
  }

  /** Whatever a server wrote: addresses it repeats, the own IP address, tokens. */
  text(line: string): string {
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
