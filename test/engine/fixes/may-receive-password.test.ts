// One test for each credential rule of DESIGN §5.

import { describe, expect, it } from "vitest";
import { belongsToAccount, mayReceivePassword } from "../../../src/engine/fixes/may-receive-password.js";
import { evidence, incoming, sending } from "../rules/sample.js";

const account = evidence({
  ...sending({ host: "smtp.hoster.test" }),
  incoming: { ...incoming, host: "imap.provider.test" },
});
const over = (host: string) => ({ host, security: "starttls" }) as const;

describe("a password may go without asking", () => {
  it.each([
    ["to the configured outgoing host", "smtp.hoster.test"],
    ["to the host the account receives from", "imap.provider.test"],
    ["to either, however it is written", "SMTP.Hoster.TEST"],
    ["to a host under the account's own registrable domain", "anything.example.test"],
    ["to that domain itself", "example.test"],
  ])("%s", (_, host) => {
    expect(mayReceivePassword(over(host), account)).toBe(true);
  });

  it.each(["configured", "published-by-domain", "published-by-ispdb"] as const)("to a host %s", (trust) => {
    expect(mayReceivePassword(over("smtp.stranger.test"), account, trust)).toBe(true);
  });
});

describe("a password may not go without asking", () => {
  it.each([
    ["to a stranger", "smtp.stranger.test"],
    ["to a neighbour of a configured host: a provider's other customers", "smtp2.hoster.test"],
    ["to a name that only ends alike", "notexample.test"],
    ["to a name that only begins alike", "mail.example.test.stranger.test"],
    ["to no name at all", ""],
  ])("%s", (_, host) => {
    expect(mayReceivePassword(over(host), account)).toBe(false);
  });

  it.each(["guess", "own-domain"] as const)(
    "on a claim of %s that the host itself does not bear out",
    (trust) => {
      expect(mayReceivePassword(over("smtp.stranger.test"), account, trust)).toBe(false);
    },
  );

  it("under a public suffix that the account's domain merely shares", () => {
    const hosted = evidence({
      sender: { ...account.sender, address: "alice@alice.github.io" },
      incoming: null,
    });
    expect(belongsToAccount("mail.mallory.github.io", hosted)).toBe(false);
    expect(belongsToAccount("mail.alice.github.io", hosted)).toBe(true);
  });

  it.each(["published-by-domain", "published-by-ispdb", null] as const)(
    "without TLS, whoever vouches for the host (%s)",
    (trust) => {
      const to = { host: "smtp.hoster.test", security: "none" } as const;
      expect(mayReceivePassword(to, account, trust)).toBe(false);
    },
  );

  it("to a host nobody configured when there is no entry to configure it", () => {
    expect(belongsToAccount("smtp.hoster.test", { ...account, outgoing: { kind: "none" } })).toBe(false);
  });
});
