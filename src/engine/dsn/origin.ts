// Where a mail came from by what the server that delivered it has written itself: the topmost Received lines (RFC 5321
// §4.4). Each server adds its own above; what stands below the first that names a stranger, the stranger may have made up.

import { sameOwner } from "../passwords/owner.js";
import type { Headers } from "../model/returned-mail.js";
import { saysSignedIn } from "./signed-in.js";

export type Origin =
  /** Written at the delivering server, or at another of the same owner. */
  | { readonly kind: "delivering-server"; readonly server: string | null }
  /**
   * Handed over by a stranger; `name` is what the delivering server found out itself. Null where it could not, or where
   * that one had the mail from somebody else, or whoever gave it had signed in: then nobody knows who wrote it.
   */
  | { readonly kind: "outside"; readonly name: string | null }
  /** No server has written down how it came. */
  | { readonly kind: "unknown" };

const maximumLines = 30;

export function originOf(headers: Headers): Origin {
  const lines = (headers["received"] ?? []).slice(0, maximumLines).map(hopOf);
  const first = lines[0];
  if (first === undefined) {
    return { kind: "unknown" };
  }
  const outer = lines.findIndex(isOuter);
  const handedOver = lines[outer];
  if (handedOver?.from == null) {
    return { kind: "delivering-server", server: first.by };
  }
  const { from, by } = handedOver;
  const isWriter = !isSame(from.name, by) && !lines.slice(outer + 1).some(isOuter);
  return { kind: "outside", name: isWriter ? from.name : null };
}

/** Taken from another owner's server, or from whoever had signed in: no server writes its notices so. */
function isOuter({ from, by, isSignedIn }: Hop): boolean {
  return from !== null && (isSignedIn || !isSame(from.name, by));
}

interface Hop {
  /** Null where it was written on the machine itself. */
  readonly from: { readonly name: string | null } | null;
  readonly by: string | null;
  readonly isSignedIn: boolean;
}

function hopOf(line: string): Hop {
  const value = line.slice(0, 1_000).replaceAll(/\s+/g, " ");
  const by = /(?:^| )by ([a-z0-9][a-z0-9.-]{0,252})/i.exec(value)?.[1]?.toLowerCase() ?? null;
  const from = /^ ?from (\S{1,255})(?: \(([^)]{0,300})\))?/i.exec(value);
  const inside =
    from === null ||
    (!isFromAfar(value) && / with local\b|\[local\]|\(qmail \d{1,9} invoked by|from userid/i.test(value));
  return {
    from: inside ? null : { name: verified(from[1] ?? "", from[2] ?? "", value) },
    by,
    isSignedIn: saysSignedIn(value),
  };
}

/** The name that the receiving server looked up, not the one it was told; null where it found none. */
function verified(told: string, comment: string, value: string): string | null {
  if (!isFromAfar(value) && /\[(?:127\.|::1|ipv6:::1)/i.test(value.slice(0, 400))) return "localhost";
  // Sendmail: the address has that name, but the name not that address.
  if (/may be forged/i.test(comment)) return null;
  // Postfix, Sendmail, OpenSMTPD: "from HELO (name [192.0.2.1])", "(unknown [192.0.2.1])"
  const looked = /^([a-z0-9][a-z0-9.-]{0,252})\.? \[/i.exec(comment)?.[1];
  if (looked !== undefined) return looked === "unknown" ? null : looked.toLowerCase();
  // Exim: "from name ([192.0.2.1] helo=…)"; where nothing was found, "from [192.0.2.1] (helo=…)". With others that name
  // is the greeting.
  const isLookedUp = value.includes("(Exim ") && /^\[[0-9a-f.:]/i.test(comment);
  return isLookedUp && /^[a-z0-9][a-z0-9.-]{1,252}$/i.test(told) ? told.toLowerCase() : null;
}

function isSame(name: string | null, by: string | null): boolean {
  return name === "localhost" || (name !== null && by !== null && sameOwner(name, by));
}

const address = /[[(@](?:ipv6:)?((?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f.]{0,15}){2,8})[\])]/gi;

/** The server writes down the address it saw: beside it, the loopback one or "local" is only what a stranger has said. */
function isFromAfar(value: string): boolean {
  return [...value.matchAll(address)].some(([, seen = ""]) => !/^(?:127\.|::1$)/.test(seen));
}
