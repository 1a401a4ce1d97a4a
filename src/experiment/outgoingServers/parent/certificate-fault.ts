// Why a TLS handshake failed, in the engine's words: names of NSS errors and what the certificate says of itself.
// An exception that the user has stored for host and port makes the handshake succeed: `exceptionFault` tells.

import { faulted, type Faulted } from "../../../engine/smtp/byte-stream.js";
import { certificateNames } from "../../../engine/smtp/certificate-names.js";
import type { CertificateFault } from "../../../engine/smtp/session.js";

const reasons: Readonly<Record<string, CertificateFault["reason"]>> = {
  SSL_ERROR_BAD_CERT_DOMAIN: "other-name",
  MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: "self-signed",
  SEC_ERROR_UNKNOWN_ISSUER: "untrusted",
  SEC_ERROR_UNTRUSTED_ISSUER: "untrusted",
  MOZILLA_PKIX_ERROR_MITM_DETECTED: "untrusted",
  SEC_ERROR_EXPIRED_CERTIFICATE: "expired",
  SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: "expired",
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: "not-yet-valid",
  MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE: "not-yet-valid",
};

/** NSS errors live in module 21 of nsresult (NS_ERROR_MODULE_SECURITY), offset by 0x45. */
export function isSecurityError(status: number): boolean {
  const module = ((status >>> 16) & 0x7fff) - 0x45;
  return status >>> 31 === 1 && module === 21;
}

/**
 * Null where the connection's end has nothing to do with TLS. `status`: the nsresult it ended with. `handshaking`: nothing was received yet that was
 * encrypted, so that even a connection cut off (PR_…) tells that TLS is not spoken here.
 */
export async function securityFault(
  transport: GeckoSocketTransport | null,
  status: number,
  handshaking: boolean,
): Promise<Faulted | null> {
  const info = (await transport?.tlsSocketControl?.asyncGetSecurityInfo()) ?? null;
  const name = info?.errorCodeString ?? "";
  if (info === null || name === "") {
    return isSecurityError(status) ? faulted({ kind: "tls" }) : null;
  }
  if (name.startsWith("PR_") && !handshaking) {
    return null;
  }
  const certificate = info.serverCert ?? info.handshakeCertificates[0] ?? null;
  const ofCertificate = name in reasons || /^(?:SEC_ERROR|MOZILLA_PKIX)_/.test(name);
  return ofCertificate && certificate !== null
    ? faulted(describe(reasons[name] ?? "other", certificate))
    : faulted({ kind: "tls" });
}

/** nsITransportSecurityInfo.overridableErrorCategory */
const excepted: Readonly<Record<number, CertificateFault["reason"]>> = {
  1: "untrusted",
  2: "other-name",
  3: "expired",
};
const needsNoException = 0;

/** Null where the certificate holds by itself. */
export async function exceptionFault(transport: GeckoSocketTransport | null): Promise<Faulted | null> {
  const info = (await transport?.tlsSocketControl?.asyncGetSecurityInfo()) ?? null;
  const certificate = info?.serverCert ?? null;
  if (info === null || certificate === null) {
    // Nobody can say what this is: nothing secret goes there.
    return faulted({ kind: "tls" });
  }
  const { overridableErrorCategory: category } = info;
  return category === needsNoException ? null : faulted(describe(excepted[category] ?? "other", certificate));
}

function describe(reason: CertificateFault["reason"], certificate: GeckoCertificate): CertificateFault {
  const named = certificateNames(Uint8Array.from(certificate.getRawDER()));
  const names = named.length > 0 ? named : [certificate.commonName].filter((found) => found !== "");
  return { kind: "certificate", reason, names };
}
