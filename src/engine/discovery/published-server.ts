// Fills in what a publisher left open: host and user name may be patterns (`PublishedServer`). Done here, on
// our side, so that the address never has to be sent to whoever publishes.

import { domainOf } from "../model/address.js";

const hostLabel = "(?!-)[a-z0-9-]{1,63}(?<!-)";
const hostName = new RegExp(`^(?:${hostLabel}\\.)*${hostLabel}$`);

/** A name for an SMTP connection or a look-up: letters, digits, hyphens and dots (RFC 1123 §2.1). */
export function isHostName(text: string): boolean {
  return text.length <= 253 && hostName.test(text);
}

/** One that nobody who reads a URL takes for an address: a last label that is a number makes one of it (WHATWG URL §3.5). */
export function isDomainName(text: string): boolean {
  return isHostName(text) && text.includes(".") && !/\.(?:\d+|0x[\da-f]*)$/.test(text);
}

/** A host is looked up and greeted before any click: of the address, it may hold the domain alone. */
export function hostFilledIn(pattern: string, address: string): string | null {
  return filledIn(pattern.replaceAll("%EMAILLOCALPART%", "%REALNAME%"), address);
}

/** Null where a placeholder is left that asks for something we do not have (%REALNAME%, own input fields). */
export function filledIn(pattern: string, address: string): string | null {
  const at = address.lastIndexOf("@");
  const values: Readonly<Record<string, string>> = {
    "%EMAILADDRESS%": address,
    "%EMAILLOCALPART%": address.slice(0, Math.max(at, 0)),
    "%EMAILDOMAIN%": domainOf(address),
  };
  const filled = pattern.replace(/%[A-Z0-9]{1,40}%/g, (placeholder) => values[placeholder] ?? "\0");
  return filled.includes("\0") || filled === "" ? null : filled;
}
