// What Thunderbird's handshake says (nsITransportSecurityInfo) becomes the one fault that a user can act on.
import { describe, expect, it } from "vitest";
import { prepareProgram } from "./program.js";
import { FakeTransport, noError } from "./sockets.js";

prepareProgram({});
const { exceptionFault, isSecurityError, securityFault } =
  await import("../../src/experiment/outgoingServers/parent/certificate-fault.js");

/** subjectAltName with one dNSName, as it stands in a certificate's DER. */
function alsoNamed(name: string): readonly number[] {
  const octets = [...Buffer.from(name)];
  const { length } = octets;
  return [0x06, 0x03, 0x55, 0x1d, 0x11, 0x04, length + 4, 0x30, length + 2, 0x82, length, ...octets];
}

const certificate: GeckoCertificate = {
  commonName: "old.example",
  getRawDER: () => alsoNamed("shared.hosting.example"),
};

function transportWith(security: Partial<GeckoSecurityInfo>): FakeTransport {
  const transport = new FakeTransport([], "", 0, null, null);
  transport.connect();
  transport.security = { ...noError, ...security };
  return transport;
}

/** NS_ERROR_MODULE_SECURITY */
const tlsStatus = 0x805a2ff4;
const netReset = 0x804b0014;

describe("a handshake that failed", () => {
  const faultOf = async (security: Partial<GeckoSecurityInfo>, status = tlsStatus, handshaking = true) =>
    (await securityFault(transportWith(security), status, handshaking))?.fault;

  it.each([
    ["SSL_ERROR_BAD_CERT_DOMAIN", "other-name"],
    ["MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", "self-signed"],
    ["SEC_ERROR_UNKNOWN_ISSUER", "untrusted"],
    ["SEC_ERROR_UNTRUSTED_ISSUER", "untrusted"],
    ["MOZILLA_PKIX_ERROR_MITM_DETECTED", "untrusted"],
    ["SEC_ERROR_EXPIRED_CERTIFICATE", "expired"],
    ["SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE", "expired"],
    ["MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE", "not-yet-valid"],
    ["MOZILLA_PKIX_ERROR_NOT_YET_VALID_ISSUER_CERTIFICATE", "not-yet-valid"],
    ["SEC_ERROR_REVOKED_CERTIFICATE", "other"],
    ["MOZILLA_PKIX_ERROR_KEY_PINNING_FAILURE", "other"],
  ])("%s is a certificate that is %s", async (errorCodeString, reason) => {
    expect(await faultOf({ errorCodeString, handshakeCertificates: [certificate] })).toEqual({
      kind: "certificate",
      reason,
      names: ["shared.hosting.example"],
    });
  });

  it("the server's own certificate goes before those of the handshake", async () => {
    const mine = { ...certificate, getRawDER: () => alsoNamed("mine.example") };
    const errorCodeString = "SSL_ERROR_BAD_CERT_DOMAIN";
    const handshakeCertificates = [certificate];
    expect(await faultOf({ errorCodeString, serverCert: mine, handshakeCertificates })).toMatchObject({
      names: ["mine.example"],
    });
  });

  it.each([
    [{ getRawDER: () => [] }, ["old.example"]],
    [{ getRawDER: () => [], commonName: "" }, []],
  ])("without names of its own it is known by its common name, if it has one", async (changed, names) => {
    const serverCert = { ...certificate, ...changed };
    expect(await faultOf({ errorCodeString: "SEC_ERROR_UNKNOWN_ISSUER", serverCert })).toMatchObject({
      names,
    });
  });

  it.each([
    ["without a common version", "SSL_ERROR_UNSUPPORTED_VERSION"],
    ["of a certificate that nobody has seen", "SEC_ERROR_EXPIRED_CERTIFICATE"],
  ])("%s is one of TLS itself", async (_, errorCodeString) => {
    expect(await faultOf({ errorCodeString })).toEqual({ kind: "tls" });
  });

  it("with a certificate at hand, an error that is not of the certificate stays one of TLS", async () => {
    const errorCodeString = "SSL_ERROR_NO_CYPHER_OVERLAP";
    expect(await faultOf({ errorCodeString, serverCert: certificate })).toEqual({
      kind: "tls",
    });
  });

  it("cut off in the middle is no TLS; cut off later it is only over", async () => {
    const errorCodeString = "PR_CONNECT_RESET_ERROR";
    expect(await faultOf({ errorCodeString }, netReset, true)).toEqual({
      kind: "tls",
    });
    expect(await faultOf({ errorCodeString }, netReset, false)).toBeUndefined();
  });

  it("a certificate that turns out wrong later is still said", async () => {
    const security = { errorCodeString: "SEC_ERROR_REVOKED_CERTIFICATE", serverCert: certificate };
    expect(await faultOf(security, tlsStatus, false)).toMatchObject({ kind: "certificate" });
  });

  it("without a word on it, the number of the end decides", async () => {
    expect(await faultOf({}, tlsStatus)).toEqual({ kind: "tls" });
    expect(await faultOf({}, netReset)).toBeUndefined();
  });

  it("where there never was a connection too", async () => {
    expect((await securityFault(null, tlsStatus, true))?.fault).toMatchObject({ kind: "tls" });
    expect(await securityFault(null, netReset, true)).toBeNull();
    const unconnected = new FakeTransport([], "", 0, null, null);
    expect(await securityFault(unconnected, netReset, true)).toBeNull();
  });
});

it.each([
  [0x805a1fe2, true],
  [0x805a3ff2, true],
  [0x804b000d, false],
  [0x80590001, false],
  [0x805b0001, false],
  // The same module, but no failure.
  [0x005a1fe2, false],
  [0, false],
])("%i is an error of NSS: %s", (status, is) => {
  expect(isSecurityError(status)).toBe(is);
});

describe("a handshake that succeeded", () => {
  const faultOf = async (security: Partial<GeckoSecurityInfo>) =>
    (await exceptionFault(transportWith(security)))?.fault ?? null;

  it("by the certificate's own right is no fault", async () => {
    expect(await faultOf({ serverCert: certificate })).toBeNull();
  });

  it.each([
    [1, "untrusted"],
    [2, "other-name"],
    [3, "expired"],
    [4, "other"],
  ])("by an exception of category %i: the certificate is %s", async (overridableErrorCategory, reason) => {
    expect(await faultOf({ serverCert: certificate, overridableErrorCategory })).toMatchObject({
      kind: "certificate",
      reason,
      names: ["shared.hosting.example"],
    });
  });

  it("with nobody to say by which certificate is a fault: nothing secret goes there", async () => {
    expect(await faultOf({})).toEqual({ kind: "tls" });
    expect((await exceptionFault(null))?.fault).toEqual({ kind: "tls" });
  });
});
