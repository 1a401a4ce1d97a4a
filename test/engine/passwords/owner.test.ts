import { expect, it } from "vitest";
import { isPublicSuffix, registrableDomain, sameOwner } from "../../../src/engine/passwords/owner.js";

it.each([
  ["mail.example.com", "example.com"],
  ["Smtp.Example.Co.UK.", "example.co.uk"],
  ["mail.alice.github.io", "alice.github.io"],
  ["mail.office.internal", "office.internal"],
  // A suffix of three labels, by the list's "*.kawasaki.jp": no owner but itself.
  ["any.kawasaki.jp", "any.kawasaki.jp"],
  ["co.uk", "co.uk"],
  ["192.0.2.25", "192.0.2.25"],
  ["[192.0.2.25]", "[192.0.2.25]"],
  ["2001:db8::25", "2001:db8::25"],
  ["localhost", "localhost"],
  ["", ""],
])("%s belongs to the owner of %s", (host, owner) => {
  expect(registrableDomain(host)).toBe(owner);
});

it("two addresses of one network are not one owner", () => {
  expect(sameOwner("192.0.2.25", "198.51.2.25")).toBe(false);
});

it("two firms under one suffix are not one owner", () => {
  expect(sameOwner("smtp.one.co.uk", "smtp.other.co.uk")).toBe(false);
});

it.each([
  ["co.uk", true],
  ["GitHub.io.", true],
  ["example.co.uk", false],
  ["alice.github.io", false],
])("anybody can register a name below %s: %s", (domain, anybody) => {
  expect(isPublicSuffix(domain)).toBe(anybody);
});
