import { describe, expect, it } from "vitest";
import { capabilitiesOf, clientNameOf } from "../../../src/engine/smtp/ehlo.js";

const after = (...keywords: readonly string[]) =>
  capabilitiesOf(["mail.example.com at your service", ...keywords]);

describe("what EHLO announces", () => {
  it("is read by keyword, in any case", () => {
    expect(after("SIZE 52428800", "PIPELINING", "starttls", "SmtpUtf8", "8BITMIME")).toMatchObject({
      pipelining: true,
      startTls: true,
      smtpUtf8: true,
    });
  });

  it("never comes from the server's own greeting", () => {
    expect(capabilitiesOf(["STARTTLS"]).startTls).toBe(false);
  });

  it.each([
    [["AUTH PLAIN LOGIN"], ["PLAIN", "LOGIN"]],
    [["AUTH plain  cram-md5"], ["PLAIN", "CRAM-MD5"]],
    [["AUTH=LOGIN PLAIN"], ["LOGIN", "PLAIN"]],
    [["AUTH LOGIN", "AUTH=LOGIN"], ["LOGIN"]],
    [["AUTH =LOGIN"], ["LOGIN"]],
    [["AUTH"], []],
    [["AUTHORS LOGIN"], []],
    [["X-AUTH LOGIN"], []],
  ])("%j offers %j", (lines, methods) => {
    expect(after(...lines).signIn).toEqual(methods);
  });
});

describe("our own name", () => {
  it.each([
    ["192.0.2.7", "[192.0.2.7]"],
    ["2001:db8::1", "[IPv6:2001:db8::1]"],
    [null, "[127.0.0.1]"],
  ])("with the address %j is %j", (address, name) => {
    expect(clientNameOf(address)).toBe(name);
  });
});
