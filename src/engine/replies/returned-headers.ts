// What a returned message's own headers tell of who sent it: From and Return-Path, its Message-ID, and the servers it
// passed (RFC 5322 §3.6). Written by whoever sent it: a forged sender looks the same, which is what this is for.

import { saysSignedIn } from "../dsn/signed-in.js";

export interface ReturnedHeaders {
  /** Lower-case addresses of From, Sender and Return-Path. */
  readonly senders: readonly string[];
  /** Without the angle brackets; null where there is none. */
  readonly messageId: string | null;
  /** Servers that took the message on its way, latest first. */
  readonly takenBy: readonly string[];
  /** Those of them that say the sender had signed in (RFC 3848: ESMTPA, ESMTPSA). */
  readonly signedInAt: readonly string[];
}

const maximumLength = 32_768;
const maximumServers = 30;

export function readReturnedHeaders(text: string): ReturnedHeaders {
  const read = text.slice(0, maximumLength).replaceAll(/\r\n?/g, "\n");
  const end = read.indexOf("\n\n");
  const unfolded = read.slice(0, end < 0 ? undefined : end).replaceAll(/\n[ \t]+/g, " ");
  const lines = unfolded.split("\n");
  const values = (name: string): readonly string[] =>
    lines
      .filter((line) => line[name.length] === ":" && line.slice(0, name.length).toLowerCase() === name)
      .map((line) => line.slice(name.length + 1));
  const senders = [...values("from"), ...values("sender"), ...values("return-path")].flatMap(addressIn);
  const received = values("received").slice(0, maximumServers);
  const servers = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => {
      const server = / by ([a-z0-9][a-z0-9.-]{0,252})/i.exec(line)?.[1];
      return server === undefined ? [] : [server.toLowerCase()];
    });
  return {
    senders: [...new Set(senders)],
    messageId: /<([^<>\s]{1,300})>/.exec(values("message-id")[0] ?? "")?.[1] ?? null,
    takenBy: servers(received),
    signedInAt: servers(received.filter(saysSignedIn)),
  };
}

function addressIn(value: string): readonly string[] {
  const found =
    /<([^\s<>@]{1,64}@[^\s<>@]{1,255})>/.exec(value) ?? /([^\s<>@:]{1,64}@[^\s<>@]{1,255})/.exec(value);
  return found?.[1] === undefined ? [] : [found[1].toLowerCase()];
}
