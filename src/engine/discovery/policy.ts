// Outgoing servers that an administrator gives in the add-on's managed storage (policies.json, "3rdparty"):
//   { "outgoingServers": [{ "domain", "host", "port", "security", "signIn"?, "userName"? }] }
// An entry that is not well formed is left out. Where the data comes from is the adapter's.

import { security as securities, type SignIn } from "../model/server-settings.js";
import { isHostName } from "./published-server.js";
import type { PublishedServer } from "../model/published-server.js";

const signIns: readonly SignIn[] = ["password", "encrypted-password", "kerberos", "ntlm", "oauth2"];

export function policyServers(managed: unknown, domain: string): readonly PublishedServer[] {
  const listed = fieldsOf(managed)["outgoingServers"];
  return (Array.isArray(listed) ? (listed as readonly unknown[]) : []).flatMap((entry) => {
    const fields = fieldsOf(entry);
    const mentioned = typeof fields["domain"] === "string" && fields["domain"].toLowerCase() === domain;
    return mentioned ? (serverOf(fields) ?? []) : [];
  });
}

function serverOf(fields: Readonly<Record<string, unknown>>): PublishedServer | null {
  const { host, port, security, signIn, userName } = fields;
  const name = typeof host === "string" ? host.toLowerCase() : "";
  const secured = securities.among.find((known) => known === security);
  const method = signIns.find((known) => known === signIn);
  const usable = typeof port === "number" && Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (
    !isHostName(name) ||
    !usable ||
    secured === undefined ||
    (signIn !== undefined && method === undefined)
  ) {
    return null;
  }
  return {
    host: name,
    port,
    security: secured,
    signIns: method === undefined ? [] : [method],
    userName: typeof userName === "string" && userName !== "" ? userName : null,
    ownNetworkOnly: false,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
