// What an administrator may have written, and what anybody could write there.
import { expect, it } from "vitest";
import { companyPolicy } from "../../../src/engine/model/company-policy.js";

const support = (supportAddress: unknown): string | null => companyPolicy({ supportAddress }).supportAddress;

it("nothing is settled where there is no policy", () => {
  expect(companyPolicy({})).toEqual({ isLookUpForbidden: false, quiet: null, supportAddress: null });
});

it.each([["true"], [1], [null], [{}]])("%j is neither yes nor no", (value) => {
  expect(companyPolicy({ quiet: value, lookUpSettings: value })).toMatchObject({
    isLookUpForbidden: false,
    quiet: null,
  });
});

it.each([
  "helpdesk@company.example",
  "it.help+mail@support.company.example",
  "https://help.company.example/mail?from=tb",
  "https://help.company.example:8443",
  "+49 (30) 1234-5678",
  "112 233",
])("%s is an address for support", (address) => {
  expect(support(address)).toBe(address);
});

it.each([
  ["a sentence", "Call me at helpdesk@company.example"],
  ["more than one line", "helpdesk@company.example\nhelpdesk@elsewhere.example"],
  ["turned around", "help\u202edesk@company.example"],
  ["a script", "javascript:alert(1)"],
  ["no page of TLS", "http://help.company.example/"],
  ["a user before the host", "https://company.example@elsewhere.example/"],
  ["look-alike letters", "helpdesk@\u0441\u043empany.example"],
  ["markup", "<b>helpdesk@company.example</b>"],
  ["too long", `helpdesk@${"company.".repeat(40)}example`],
  ["endless", `https://a.example/${"a".repeat(1_000_000)}`],
  ["no text", ["helpdesk@company.example"]],
  ["empty", ""],
])("%s is none", (_, address) => {
  expect(support(address)).toBeNull();
});
