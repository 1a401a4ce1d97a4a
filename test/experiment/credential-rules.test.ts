// DESIGN §5 "Credentials" on the code that runs where the passwords live: which facts of Thunderbird the rule is asked
// with. The rule itself, every combination of it, is test/engine/passwords/whose-password.test.ts.
import { describe, expect, it } from "vitest";
import { alice, bob, extensionId, onDefault, onToken, onUsualPort, open, silent } from "./gecko.js";
import {
  mayReceivePassword,
  mayReceiveToken,
  mayReceiveTyped,
  mayRelyOnException,
  ownLogIn,
} from "../../src/experiment/outgoingServers/parent/credential-rules.js";
import { rememberPublished } from "../../src/experiment/outgoingServers/parent/published-hosts.js";

const asked = { extensionId, agreed: null };
const userName = "alice@firm.co.uk";
const saved = { host: "imap.alice.example", userName };
const to = (hostname: string, security: "none" | "starttls" | "tls" = "starttls", username = userName) => ({
  hostname,
  security,
  username,
});

describe("a password may go", () => {
  it.each([
    ["the host it is saved for, however it is written", "IMAP.Alice.example"],
    ["another host of that owner", "smtp9.alice.example"],
    ["a host the administrator names for its user's domain", "relay.company.example"],
    ["a host under the registrable domain of its user name", "mail.firm.co.uk"],
  ])("to %s", (_, host) => {
    expect(mayReceivePassword(to(host), saved, alice, asked)).toBe("allowed");
    expect(mayReceivePassword(to(host, "tls"), saved, alice, asked)).toBe("allowed");
  });

  it("to a host that was published for the domain of its user name, and for no other", () => {
    rememberPublished("firm.co.uk", ["Submit.Hoster.example"]);
    const bobs = { host: "imap.bob.example", userName: "bob@other.example" };
    expect(mayReceivePassword(to("submit.hoster.example"), saved, alice, asked)).toBe("allowed");
    expect(mayReceivePassword(to("submit.hoster.example", "tls", bobs.userName), bobs, bob, asked)).toBe(
      "needs-consent",
    );
  });

  it("to what the identity sends through, by its own choice or by default, only as what is saved for that host", () => {
    const dora = { userName: "dora@elsewhere.example" };
    const relay = to("smtp.relay.example", "tls", dora.userName);
    const go = (host: string) => mayReceivePassword(relay, { ...dora, host }, onDefault, asked);
    expect(go("smtp.relay.example")).toBe("allowed");
    // The one for receiving has never been told to the relay.
    expect(go("imap.elsewhere.example")).toBe("needs-consent");
  });
});

describe("what the user agreed to", () => {
  const agreed = (hostname: string, username = userName) => ({ extensionId, agreed: { hostname, username } });

  it("counts for the host that was shown, and for no other", () => {
    const go = (shown: string) =>
      mayReceivePassword(to("smtp.stranger.example"), saved, alice, agreed(shown));
    expect(go("SMTP.stranger.example")).toBe("allowed");
    expect(go("smtp.stranger.example.other.example")).toBe("needs-consent");
    expect(go("smtp.alice.example")).toBe("needs-consent");
  });

  it("counts for the user whose password was shown, and for no other", () => {
    const shown = agreed("smtp.stranger.example", "bob@other.example");
    expect(mayReceivePassword(to("smtp.stranger.example"), saved, alice, shown)).toBe("needs-consent");
    expect(mayReceiveTyped(to("smtp.stranger.example"), alice, shown)).toBe("needs-consent");
  });

  it("never stands for TLS, nor for the right user", () => {
    const shown = agreed("smtp.stranger.example");
    expect(mayReceivePassword(to("smtp.stranger.example", "none"), saved, alice, shown)).toBe("needs-tls");
    const other = to("smtp.stranger.example", "tls", "carol@firm.co.uk");
    expect(mayReceivePassword(other, saved, alice, shown)).toBe("other-user");
  });
});

describe("a password stays", () => {
  it.each(["imap.alice.example", "relay.company.example", "mail.firm.co.uk"])(
    "where there is no TLS: %s",
    (host) => {
      expect(mayReceivePassword(to(host, "none"), saved, alice, asked)).toBe("needs-tls");
      expect(mayReceivePassword({ hostname: host, username: userName }, saved, alice, asked)).toBe(
        "needs-tls",
      );
    },
  );

  it.each([
    ["a host that nobody names", "smtp.stranger.example"],
    ["another account's host", "smtp.bob.example"],
    ["a neighbour under the same public suffix", "mail.other.co.uk"],
    ["a host that only looks like the own domain", "firm.co.uk.stranger.example"],
    ["no host", ""],
  ])("from %s, unless the user agrees", (_, host) => {
    expect(mayReceivePassword(to(host), saved, alice, asked)).toBe("needs-consent");
  });

  it("from the domain of an identity whose mailbox is elsewhere", () => {
    const club = { host: "imap.club.example", userName: "alice@club.example" };
    expect(mayReceivePassword(to("mail.firm.co.uk", "tls", club.userName), club, alice, asked)).toBe(
      "needs-consent",
    );
    expect(mayReceivePassword(to("relay.company.example", "tls", club.userName), club, alice, asked)).toBe(
      "needs-consent",
    );
  });

  it("from a host that the policy names for another domain, or for another extension", () => {
    const bobs = { host: "imap.bob.example", userName: "bob@other.example" };
    expect(mayReceivePassword(to("relay.company.example", "tls", bobs.userName), bobs, bob, asked)).toBe(
      "needs-consent",
    );
    const other = { extensionId: "other", agreed: null };
    expect(mayReceivePassword(to("relay.company.example"), saved, alice, other)).toBe("needs-consent");
  });
});

it("a typed password may go to the domain of its user name and to the servers of that user", () => {
  expect(mayReceiveTyped(to("mail.firm.co.uk"), alice, asked)).toBe("allowed");
  expect(mayReceiveTyped(to("smtp.alice.example"), alice, asked)).toBe("allowed");
  expect(mayReceiveTyped(to("smtp.stranger.example"), alice, asked)).toBe("needs-consent");
  expect(mayReceiveTyped(to("mail.firm.co.uk", "tls", "alice@club.example"), alice, asked)).toBe(
    "needs-consent",
  );
  expect(mayReceiveTyped(to("mail.firm.co.uk", "none"), alice, asked)).toBe("needs-tls");
});

it("a typed password goes to no domain of a user name that only a publisher has said, unless the user agrees", () => {
  const bait = to("smtp.bait.test", "starttls", "alice@bait.test");
  expect(mayReceiveTyped(bait, alice, asked)).toBe("needs-consent");
});

it("a saved password is the identity's own by its account or by the entry it sends through", () => {
  expect(ownLogIn({ incomingAccountId: "account1" }, alice)).toEqual(saved);
  expect(ownLogIn({ outgoingServerId: "smtp1" }, alice)).toEqual({ host: "smtp.alice.example", userName });
  expect(ownLogIn({ outgoingServerId: "smtp4" }, onDefault)?.host).toBe("smtp.relay.example");
  expect(ownLogIn({ incomingAccountId: "account2" }, alice)).toBeNull();
  expect(ownLogIn({ outgoingServerId: "smtp2" }, alice)).toBeNull();
  expect(ownLogIn({}, alice)).toBeNull();
});

it("a certificate exception counts for the port that sending uses and signs in at already, inside TLS, and nowhere else", () => {
  const at = (hostname: string, port: number, security: "starttls" | "tls") => ({ hostname, port, security });
  expect(mayRelyOnException(at("SMTP.alice.example", 587, "starttls"), alice, "password")).toBe(true);
  expect(mayRelyOnException(at("smtp.alice.example", 0, "starttls"), alice, "password")).toBe(true);
  expect(mayRelyOnException(at("smtp.alice.example", 465, "tls"), alice, "password")).toBe(false);
  expect(mayRelyOnException(at("imap.alice.example", 587, "starttls"), alice, "password")).toBe(false);
  expect(mayRelyOnException(at("smtp.open.example", 25, "starttls"), open, "password")).toBe(false);
  // Nothing of what would go there now has ever gone there.
  expect(mayRelyOnException(at("smtp.silent.example", 587, "starttls"), silent, "password")).toBe(false);
  expect(mayRelyOnException(at("smtp.token.example", 587, "starttls"), onToken, "password")).toBe(false);
  expect(mayRelyOnException(at("smtp.token.example", 587, "starttls"), onToken, "token")).toBe(true);
  expect(mayRelyOnException(at("smtp.alice.example", 587, "starttls"), alice, "token")).toBe(false);
  expect(mayRelyOnException(at("smtp.bob.example", 465, "tls"), bob, "password")).toBe(true);
  expect(mayRelyOnException(at("smtp.bob.example", 0, "tls"), bob, "password")).toBe(true);
  expect(mayRelyOnException(at("smtp.bob.example", 587, "tls"), bob, "password")).toBe(false);
  // Where it was made for the port that a connection has by itself.
  expect(mayRelyOnException(at("smtp.plain.example", 587, "starttls"), onUsualPort, "password")).toBe(true);
  expect(mayRelyOnException(at("smtp.plain.example", 465, "tls"), onUsualPort, "password")).toBe(false);
});

it.each([
  ["smtp.token.example", "starttls", "erin@third.example", true],
  ["smtp.token.example", "tls", "erin@third.example", true],
  ["smtp.token.example", "none", "erin@third.example", false],
  ["smtp.token.example", undefined, "erin@third.example", false],
  ["smtp.token.example", "tls", "bob@other.example", false],
  ["smtp.bob.example", "tls", "bob@other.example", false],
] as const)("a token goes to %s over %s for %s: %s", (hostname, security, username, may) => {
  expect(mayReceiveToken({ hostname, username, ...(security && { security }) })).toBe(may);
});

it("no certificate exception is anybody's who sends through nothing", () => {
  const gone = { ...alice, smtpServerKey: "smtp99" };
  const at = { hostname: "smtp.alice.example", port: 587, security: "starttls" } as const;
  expect(mayRelyOnException(at, gone, "password")).toBe(false);
  expect(mayRelyOnException(at, gone, "token")).toBe(false);
});
