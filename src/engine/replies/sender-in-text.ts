// Which of the user's addresses a text is about. An address that stands where a sender stands goes before one that is
// only mentioned; no guess where two accounts are equally likely.

import { domainOf } from "../model/address.js";
import { maximumReplyLength } from "./maximum-length.js";
import { mentions } from "./mentions.js";
import { isOneOf } from "./refused-by.js";

export interface PossibleSender {
  readonly identityId: string;
  readonly accountId: string;
  readonly address: string;
  /** Its servers for sending and receiving, as far as known. */
  readonly hosts: readonly string[];
}

/** Where logs and returned headers name the sender: "from=<…>", "F=<…>", "Return-Path: <…>", "From: … <…>". */
const asSender =
  /(?:\bfrom[=:]|\bF=|\breturn-path:|\bsender[=:]|\bmail from:)[^\n@]{0,120}?<?([^\s<>@"=:]{1,64}@[^\s<>@",;]{1,255})/gi;

/** Null where the text does not tell. `servers`: the hosts it names. */
export function senderInText<Sender extends PossibleSender>(
  text: string,
  servers: readonly string[],
  senders: readonly Sender[],
): Sender | null {
  const read = text.slice(0, maximumReplyLength).toLowerCase();
  const named = [...read.matchAll(asSender)].map(([, address = ""]) => address.replace(/[.>]+$/, ""));
  const tests: readonly ((sender: Sender) => boolean)[] = [
    ({ address }) => named.includes(address.toLowerCase()),
    ({ address }) => mentions(read, address.toLowerCase()),
    ({ hosts }) => hosts.some((host) => mentions(read, host.toLowerCase())),
    ({ address, hosts }) => servers.some((server) => isOneOf(server, [domainOf(address), ...hosts])),
  ];
  for (const test of tests) {
    const fitting = senders.filter(test);
    const [first] = fitting;
    if (first !== undefined && fitting.every(({ accountId }) => accountId === first.accountId)) {
      return first;
    }
  }
  return senders.length === 1 ? (senders[0] ?? null) : null;
}
