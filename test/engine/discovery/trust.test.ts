// To which hosts the account's password may go, by who named them. The rule itself: test/engine/passwords.

import { expect, it } from "vitest";
import { trustOf } from "../../../src/engine/discovery/trust.js";
import { account, current } from "./sample.js";

const to = (host: string, userName = "alice@example.test") => ({ host, userName });

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
  ["srv", "smtp.provider.test", "own-domain"],
] as const)("%s names %s: %s", (source, host, trust) => {
  expect(trustOf(to(host), source, account, source === "isp" || source === "ispdb")).toBe(trust);
});

it("what is sent through now is configured for the user whose name stands there, and for nobody else", () => {
  const withUser = { ...account, current: { ...current, userName: "alice@example.test" } };
  expect(trustOf(to("smtp.old.test"), "srv", withUser)).toBe("configured");
  expect(trustOf(to("smtp.old.test"), "srv", account)).toBe("guess");
  const another = { ...account, current: { ...current, userName: "bob@example.test" } };
  expect(trustOf(to("smtp.old.test"), "srv", another)).toBe("guess");
});

it("the ISP database's word for the mail exchanger's owner counts no more than DNS, which chose the owner", () => {
  expect(trustOf(to("smtp.anyone.test"), "mx", account, true)).toBe("guess");
  expect(trustOf(to("smtp.provider.test"), "mx", account, true)).toBe("own-domain");
});

it.each(["isp", "ispdb"] as const)(
  "a page that %s leads to elsewhere is nobody's word for the domain",
  (source) => {
    expect(trustOf(to("smtp.anyone.test"), source, account, false)).toBe("guess");
    expect(trustOf(to("smtp.example.test"), source, account, false)).toBe("own-domain");
  },
);

it.each(["isp", "ispdb", "policy"] as const)(
  "what %s says of the address is no word for another mailbox",
  (source) => {
    const elsewhere = { ...account, sender: { ...account.sender, address: "alice@plain.test" } };
    expect(trustOf(to("smtp.anyone.test"), source, elsewhere, true)).toBe("guess");
  },
);
