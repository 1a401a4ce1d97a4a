// DESIGN §5 "Credentials", one test for each rule, on the code that runs where the passwords live.
import { describe, expect, it } from "vitest";
import { alice, bob, extensionId, open } from "./gecko.js";
import {
  isOwnPassword,
  mayReceivePassword,
  mayRelyOnException,
} from "../../src/experiment/outgoingServers/parent/credential-rules.js";
import { rememberPublished } from "../../src/experiment/outgoingServers/parent/published-hosts.js";

const asked = { extensionId, userAgreed: false };
const to = (hostname: string, security: "none" | "starttls" | "tls" = "starttls") => ({ hostname, security });

describe("a password may go", () => {
  it.each([
    ["the configured outgoing host", "smtp.alice.example"],
    ["the configured incoming host, however it is written", "IMAP.Alice.example"],
    ["a host the administrator names", "relay.company.example"],
    ["a host under the account's own registrable domain", "mail.firm.co.uk"],
  ])("to %s", (_, host) => {
    expect(mayReceivePassword(to(host), alice, asked)).toBe("allowed");
    expect(mayReceivePassword(to(host, "tls"), alice, asked)).toBe("allowed");
  });

  it("to a host that the domain has published, and only for that domain", () => {
    rememberPublished("firm.co.uk", ["Submit.Hoster.example"]);
    expect(mayReceivePassword(to("submit.hoster.example"), alice, asked)).toBe("allowed");
    expect(mayReceivePassword(to("submit.hoster.example"), bob, asked)).toBe("needs-consent");
  });

  it("to a host the user was shown and agreed to", () => {
    expect(mayReceivePassword(to("smtp.stranger.example"), alice, { extensionId, userAgreed: true })).toBe(
      "allowed",
    );
  });
});

describe("a password stays", () => {
  it.each(["smtp.alice.example", "relay.company.example", "mail.firm.co.uk"])(
    "where there is no TLS, whatever the host and whoever agrees: %s",
    (host) => {
      const agreed = { extensionId, userAgreed: true };
      expect(mayReceivePassword(to(host, "none"), alice, agreed)).toBe("needs-tls");
      expect(mayReceivePassword({ hostname: host }, alice, agreed)).toBe("needs-tls");
    },
  );

  it.each([
    ["a host that nobody names", "smtp.stranger.example"],
    ["another account's host", "smtp.bob.example"],
    ["a neighbour under the same public suffix", "mail.other.co.uk"],
    ["a host that only looks like the own domain", "firm.co.uk.stranger.example"],
    ["no host", ""],
  ])("from %s, unless the user agrees", (_, host) => {
    expect(mayReceivePassword(to(host), alice, asked)).toBe("needs-consent");
  });

  it("from a host that the policy names for another domain, or for another extension", () => {
    expect(mayReceivePassword(to("relay.company.example"), bob, asked)).toBe("needs-consent");
    expect(
      mayReceivePassword(to("relay.company.example"), alice, { extensionId: "other", userAgreed: false }),
    ).toBe("needs-consent");
  });
});

it("a saved password is the identity's own by its account or by the entry it sends through", () => {
  expect(isOwnPassword({ incomingAccountId: "account1" }, alice)).toBe(true);
  expect(isOwnPassword({ outgoingServerId: "smtp1" }, alice)).toBe(true);
  expect(isOwnPassword({ incomingAccountId: "account2" }, alice)).toBe(false);
  expect(isOwnPassword({ outgoingServerId: "smtp2" }, alice)).toBe(false);
  expect(isOwnPassword({}, alice)).toBe(false);
});

it("a certificate exception counts for the port that sending uses already, inside TLS, and nowhere else", () => {
  const at = (hostname: string, port: number, security: "starttls" | "tls") => ({ hostname, port, security });
  expect(mayRelyOnException(at("SMTP.alice.example", 587, "starttls"), alice)).toBe(true);
  expect(mayRelyOnException(at("smtp.alice.example", 0, "starttls"), alice)).toBe(true);
  expect(mayRelyOnException(at("smtp.alice.example", 465, "tls"), alice)).toBe(false);
  expect(mayRelyOnException(at("imap.alice.example", 587, "starttls"), alice)).toBe(false);
  expect(mayRelyOnException(at("smtp.open.example", 25, "starttls"), open)).toBe(false);
});
