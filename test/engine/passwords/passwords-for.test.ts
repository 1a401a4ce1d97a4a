// Which passwords are tried for settings, in which order, and what is asked before. Where one may go at all is
// whose-password.test.ts.

import { describe, expect, it } from "vitest";
import type { ServerSettings } from "../../../src/engine/model/server-settings.js";
import { isKnownHost, passwordsFor } from "../../../src/engine/passwords/passwords-for.js";
import { evidence, incoming, sender, sending } from "../rules/sample.js";

const to = (host: string, rest: Partial<ServerSettings> = {}): ServerSettings => ({
  host,
  port: 587,
  security: "starttls",
  signIn: "password",
  userName: "alice@example.test",
  ...rest,
});
const forSending = { kind: "outgoing", serverId: "smtp1" };
const forReceiving = { kind: "incoming", accountId: "account1" };

describe("the order in which passwords are tried", () => {
  const moved = evidence({
    ...sending({ host: "smtp.formercompany.test" }),
    incoming: { ...incoming, host: "imap.provider.test" },
  });

  it("begins with the one saved for the owner of the server", () => {
    expect(passwordsFor(to("smtp.provider.test"), moved).sources).toEqual([forReceiving, forSending]);
    expect(passwordsFor(to("smtp2.formercompany.test"), moved).sources).toEqual([forSending, forReceiving]);
  });

  it("begins with the one for sending where neither is the owner's", () => {
    expect(passwordsFor(to("mail.example.test"), moved).sources).toEqual([forSending, forReceiving]);
  });

  it("begins with the one saved for that very host, of two hosts of one owner", () => {
    const both = evidence({
      ...sending({ host: "smtp.provider.test" }),
      incoming: { ...incoming, host: "imap.provider.test" },
    });
    expect(passwordsFor(to("IMAP.provider.test"), both).sources).toEqual([forReceiving, forSending]);
    expect(passwordsFor(to("smtp.provider.test"), both).sources).toEqual([forSending, forReceiving]);
  });

  it("takes a user name for sending that nobody told for the address", () => {
    const untold = evidence({ ...sending({ userName: "", notTold: ["userName"] }), incoming: null });
    expect(passwordsFor(to("mail.example.test"), untold).sources).toEqual([forSending]);
    const empty = evidence({ ...sending({ userName: "" }), incoming: null });
    expect(passwordsFor(to("mail.example.test"), empty).sources).toEqual([]);
  });

  it("leaves out another user's", () => {
    const shared = evidence({ ...moved, ...sending({ userName: "bob@other.test" }) });
    expect(passwordsFor(to("mail.example.test"), shared).sources).toEqual([forReceiving]);
    expect(passwordsFor(to("mail.example.test", { userName: "alice@plain.test" }), moved).sources).toEqual(
      [],
    );
  });
});

describe("the question", () => {
  const account = evidence({
    ...sending({ savedPassword: "no" }),
    incoming: { ...incoming, host: "imap.provider.test" },
  });

  it("names whose password would go where", () => {
    expect(passwordsFor(to("smtp.stranger.test"), account).asks).toEqual({
      host: "smtp.stranger.test",
      passwordOf: "alice@example.test",
    });
  });

  it("names the short user name that the password is saved under", () => {
    const short = { ...account, incoming: { ...incoming, host: "imap.provider.test", userName: "alice" } };
    expect(passwordsFor(to("mail.example.test"), short).asks).toEqual({
      host: "mail.example.test",
      passwordOf: "alice",
    });
  });

  it("is put for the password for receiving at a relay of another owner, though messages are sent through it", () => {
    const relay = { host: "relay.other.test", savedPassword: "no" } as const;
    const asks = { host: "relay.other.test", passwordOf: "alice@example.test" };
    for (const signIn of ["none", "password"] as const) {
      const through = evidence({ ...sending({ ...relay, signIn }), incoming: account.incoming });
      expect(passwordsFor(to("relay.other.test"), through).asks).toEqual(asks);
    }
    // What is saved for the relay itself may go there.
    const own = evidence({ ...sending({ ...relay, savedPassword: "yes" }), incoming: account.incoming });
    expect(passwordsFor(to("relay.other.test"), own)).toEqual({
      sources: [forSending, forReceiving],
      asks: null,
    });
  });

  it("is not put where the best password may go", () => {
    expect(passwordsFor(to("mail.example.test"), account).asks).toBeNull();
  });

  it("is put for a password that is still to be typed, by the domain of the user name", () => {
    const alone = { ...account, outgoing: { kind: "none" as const }, incoming: null };
    expect(passwordsFor(to("mail.example.test"), alone).asks).toBeNull();
    expect(passwordsFor(to("mail.plain.test"), alone).asks).toEqual({
      host: "mail.plain.test",
      passwordOf: "alice@example.test",
    });
  });
});

describe("the question about a password that is still to be typed, for a user name of another domain", () => {
  const bait = to("smtp.bait.test", { userName: "alice@bait.test" });
  const alone = evidence({ outgoing: { kind: "none" as const }, incoming: null });

  it("is put where only a publisher has said that user name", () => {
    expect(passwordsFor(bait, alone).asks).toEqual({ host: "smtp.bait.test", passwordOf: "alice@bait.test" });
    const account = evidence({ ...sending({ savedPassword: "no" }) });
    expect(passwordsFor(bait, account).asks).not.toBeNull();
    expect(isKnownHost(bait, { sender, incoming: null, current: null })).toBe(false);
  });

  it("is not put where a log-in of the account has that domain", () => {
    const login = {
      ...incoming,
      host: "imap.provider.test",
      userName: "alice@plain.test",
      savedPassword: "no",
    } as const;
    const account = { ...alone, incoming: login };
    expect(passwordsFor(to("smtp.plain.test", { userName: "alice@plain.test" }), account).asks).toBeNull();
    expect(passwordsFor(bait, account).asks).not.toBeNull();
  });
});

describe("a host is known", () => {
  const holder = {
    sender,
    incoming: { ...incoming, host: "imap.provider.test", userName: "alice@example.test" },
    current: null,
  };
  const known = (host: string): boolean => isKnownHost({ host, userName: "alice@example.test" }, holder);

  it.each(["imap.provider.test", "SMTP.Provider.test", "anything.example.test", "example.test"])(
    "%s",
    (host) => {
      expect(known(host)).toBe(true);
    },
  );

  it.each(["smtp.stranger.test", "notexample.test", "mail.example.test.stranger.test", "", "127.0.0.1"])(
    "and this one is not: %s",
    (host) => {
      expect(known(host)).toBe(false);
    },
  );

  it("never because of a public suffix that two names share", () => {
    const hosted = { ...holder, sender: { ...sender, address: "alice@alice.github.io" }, incoming: null };
    const at = (host: string) => isKnownHost({ host, userName: "alice@alice.github.io" }, hosted);
    expect(at("mail.mallory.github.io")).toBe(false);
    expect(at("mail.alice.github.io")).toBe(true);
  });
});
