// Whether a message that came back was sent from here. Names in a mail prove nothing: anybody can write them. That it was
// seen going out, or a copy in the user's folders, does; so does a notice that the delivering server, or one the user sends through, has handed over
// itself, for a message whose sender had signed in there. Without either, "no" too needs something that speaks for it.

import { sameOwner } from "../passwords/owner.js";
import { originOf } from "../dsn/origin.js";
import type { Headers } from "../model/returned-mail.js";
import { isOneOf } from "./refused-by.js";
import type { ReturnedHeaders } from "./returned-headers.js";

export function ownMessage(
  notice: { readonly headers: Headers; readonly reportingServer: string | null },
  returned: ReturnedHeaders,
  own: {
    /** A message with this Message-ID, from this address, was seen going out, or lies in one of the user's folders. */
    readonly isKnown: boolean;
    /** Hosts that the user's accounts send through and receive from. */
    readonly hosts: readonly string[];
    /** Their domains. */
    readonly domains: readonly string[];
  },
): "yes" | "no" | "unknown" {
  if (own.isKnown) {
    return "yes";
  }
  const writer = ownWriter(notice.headers, own.hosts);
  if (writer !== null && returned.signedInAt.some((server) => isHostOf(server, [writer]))) {
    return "yes";
  }
  const names = [...own.hosts, ...own.domains, ...(writer === null ? [] : [writer])];
  const passed = [...returned.takenBy, ...(notice.reportingServer === null ? [] : [notice.reportingServer])];
  const isForeign =
    returned.takenBy.length > 0 &&
    returned.signedInAt.length === 0 &&
    !passed.some((server) => isOneOf(server, names));
  return isForeign ? "no" : "unknown";
}

/** Who wrote the notice, where that is the delivering server or the owner of one of these names; null for anybody else. */
export function ownWriter(headers: Headers, names: readonly string[]): string | null {
  const origin = originOf(headers);
  switch (origin.kind) {
    case "delivering-server":
      return origin.server;
    case "outside":
      return origin.name !== null && isHostOf(origin.name, names) ? origin.name : null;
    case "unknown":
      return null;
  }
}

/** Of the same owner by the public suffix list; a provider's other names are only good for words. */
function isHostOf(server: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => host.includes(".") && server.includes(".") && sameOwner(server, host));
}
