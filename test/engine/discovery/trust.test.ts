// To which hosts the account's password may go, by who named them.

import { expect, it } from "vitest";
import { trustOf } from "../../../src/engine/discovery/trust.js";
import { account } from "./sample.js";

it.each([
  ["policy", "smtp.anyone.test", "configured"],
  ["thunderbird", "smtp.anyone.test", "configured"],
  ["isp", "smtp.anyone.test", "published-by-domain"],
  ["ispdb", "smtp.anyone.test", "published-by-ispdb"],
  ["mx", "smtp.anyone.test", "guess"],
  ["mx", "smtp.example.test", "own-domain"],
  ["srv", "smtp.anyone.test", "guess"],
  ["srv", "deep.below.example.test", "own-domain"],
  ["srv", "smtp.notexample.test", "guess"],
  ["srv", "example.test.evil.test", "guess"],
  ["guide", "mail.example.test", "own-domain"],
  ["incoming", "imap.provider.test", "configured"],
  ["srv", "IMAP.provider.test", "configured"],
  ["srv", "smtp.old.test", "configured"],
] as const)("%s names %s: %s", (source, host, trust) => {
  expect(trustOf(host, source, account, source === "isp" || source === "ispdb")).toBe(trust);
});

it("the ISP database's word for the mail exchanger's owner counts as the database's", () => {
  expect(trustOf("smtp.anyone.test", "mx", account, true)).toBe("published-by-ispdb");
});

it.each(["isp", "ispdb"] as const)(
  "a page that %s leads to elsewhere is nobody's word for the domain",
  (source) => {
    expect(trustOf("smtp.anyone.test", source, account, false)).toBe("guess");
    expect(trustOf("smtp.example.test", source, account, false)).toBe("own-domain");
  },
);
