// chasquid's configuration of one mail host, by the comments of its own example: takes mail for its domains into
// Dovecot's Maildirs, hands on what signed-in users send, by MX. It can be told little else.
import type { Host } from "./hosts.js";

export function chasquidConfig(
  host: Host,
  { agent, data }: { readonly agent: string; readonly data: string },
): string {
  const address = (number: string): string => `"${host.address}:${number}"`;
  const listeners = Object.entries(host.ports).map(([number, { tls, signIn }]) => {
    const kind = tls === "implicit" ? "submission_over_tls" : signIn ? "submission" : "smtp";
    return `${kind}_address: ${address(number)}`;
  });
  return `hostname: "${host.name}"
${listeners.join("\n")}
data_dir: "${data}"
mail_log_path: "<stderr>"
mail_delivery_agent_bin: "${agent}"
mail_delivery_agent_args: "%to%"
`;
}

/** A mail delivery agent as chasquid wants one: the recipient as its argument, the mail on its standard input. */
export function mailDeliveryAgent(mailboxes: string): string {
  return `#!/bin/bash
set -e
maildir="${mailboxes}/$1"
mkdir -p "$maildir"/{new,cur,tmp}
name=$(date +%s.%N).$$.lab
cat > "$maildir/tmp/$name"
chown -R mail:mail "$maildir"
mv "$maildir/tmp/$name" "$maildir/new/$name"
`;
}
