// What node:tls says about a certificate it does not accept, in the engine's words.

import type { PeerCertificate } from "node:tls";
import type { CertificateFault } from "../../src/engine/smtp/session.js";
import { certificateNames } from "../../src/engine/smtp/certificate-names.js";

const reasons: Readonly<Record<string, CertificateFault["reason"]>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: "other-name",
  DEPTH_ZERO_SELF_SIGNED_CERT: "self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "untrusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "untrusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "untrusted",
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not-yet-valid",
};

/** `error`: the error's code, or its text, of which only the code is looked for. */
export function certificateFault(error: string, certificate: PeerCertificate): CertificateFault {
  const code = Object.keys(reasons).find((known) => error.includes(known)) ?? error;
  const named = error.includes("altnames") ? "ERR_TLS_CERT_ALTNAME_INVALID" : code;
  const names = certificateNames(certificate.raw);
  return {
    kind: "certificate",
    reason: reasons[named] ?? "other",
    names: names.length > 0 ? names : [first(certificate.subject.CN)].filter((name) => name !== ""),
  };
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === "string" ? value : value?.[0]) ?? "";
}
