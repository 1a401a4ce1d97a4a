// The envelope of a proof, with addresses as Thunderbird itself gives them to a server (SmtpClient.useEnvelope): domains in
// ASCII, so that only letters before the "@" ask for SMTPUTF8. What a server cannot be asked about leaves the rest to be
// proven: without a proof nothing should be written.

import { needsUtf8, unusableAddress, type Envelope } from "../../../engine/smtp/envelope.js";
import { asciiDomain } from "./ascii-domain.js";

/** `own`: the identity's address, asked about where no recipient can be. */
export function envelopeToProve(from: string, recipients: readonly string[], own: string): Envelope {
  const sender = withAsciiDomain(from);
  const asked = recipients
    .map(withAsciiDomain)
    .filter(
      (recipient) => unusableAddress({ from: sender, recipients: [recipient], messageSize: null }) === null,
    )
    .filter((recipient) => !needsUtf8([recipient]));
  return { from: sender, recipients: asked.length > 0 ? asked : [withAsciiDomain(own)], messageSize: null };
}

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = address.slice(at);
  const ascii = at > 0 && needsUtf8([domain]) ? asciiDomain(domain) : "";
  return ascii === "" ? address : address.slice(0, at) + ascii;
}
