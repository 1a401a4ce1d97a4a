// The envelope of a proof, with addresses as Thunderbird itself gives them to a server (SmtpClient.useEnvelope): domains in
// ASCII, so that only letters before the "@" ask for SMTPUTF8. What a server cannot be asked about leaves the rest to be
// proven: without a proof nothing should be written.

import { isUnusable, needsUtf8 } from "../../../engine/smtp/envelope.js";
import type { ProofRequest } from "../../../engine/smtp/proof.js";
import { asciiDomain } from "./ascii-domain.js";

/** `own`: the identity's address, asked about where no recipient can be. */
export function envelopeToProve(
  from: string,
  recipients: readonly string[],
  own: string,
): Pick<ProofRequest, "envelope" | "standIn"> {
  const sender = withAsciiDomain(from);
  const standIn = withAsciiDomain(own);
  const asked = recipients
    .map(withAsciiDomain)
    .filter((recipient) => !isUnusable({ from: sender, recipients: [recipient] }));
  const envelope = { from: sender, recipients: asked.length > 0 ? asked : [standIn] };
  return { envelope, standIn };
}

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  const ascii = at > 0 && needsUtf8([domain]) ? asciiDomain(domain) : "";
  return ascii === "" ? address : address.slice(0, at) + ascii;
}
