// What is tried when nobody has published anything.

import { describe, expect, it } from "vitest";
import { guesses } from "../../../src/engine/discovery/guesses.js";
import { account, current, incoming } from "./sample.js";

const told = (about: typeof account): readonly string[] =>
  guesses(about).map(
    ({ settings, source, trust }) =>
      `${settings.host}:${String(settings.port)} ${settings.security} ${source} ${trust}`,
  );

it("takes the incoming server's host, then mail. and smtp. of the domain, each on 587 and 465", () => {
  const sameHost = { ...account, incoming: { ...incoming, host: "mx7.provider.test" } };
  expect(told(sameHost)).toEqual([
    "mx7.provider.test:587 starttls incoming configured",
    "mx7.provider.test:465 tls incoming configured",
    "mail.example.test:587 starttls guide own-domain",
    "mail.example.test:465 tls guide own-domain",
    "smtp.example.test:587 starttls guide own-domain",
    "smtp.example.test:465 tls guide own-domain",
  ]);
});

it("a host named for receiving has a sibling for sending, of the same owner", () => {
  expect(told(account).filter((line) => line.includes("provider.test:587"))).toEqual([
    "imap.provider.test:587 starttls incoming configured",
    "smtp.provider.test:587 starttls incoming own-domain",
  ]);
});

it("the sibling of a host of the own domain is the guide's own guess, and is tried once", () => {
  const own = { ...account, incoming: { ...incoming, host: "imap.example.test" } };
  expect(told(own).filter((line) => line.startsWith("smtp.example.test:587"))).toEqual([
    "smtp.example.test:587 starttls incoming own-domain",
  ]);
});

it("465 with TLS goes first where TLS is in use", () => {
  const overTls = { ...account, current: { ...current, port: 465, security: "tls" as const } };
  expect(guesses(overTls)[0]?.settings).toMatchObject({ port: 465, security: "tls" });
});

it("the way to sign in that is in use stays, where it is one", () => {
  const signIns = (signIn: "encrypted-password" | "none"): readonly string[] => [
    ...new Set(
      guesses({ ...account, current: { ...current, signIn } }).map(({ settings }) => settings.signIn),
    ),
  ];
  expect(signIns("encrypted-password")).toEqual(["encrypted-password"]);
  expect(signIns("none")).toEqual(["password"]);
});

describe("without an incoming server", () => {
  it("the guide's hosts are left, with a password and the full address", () => {
    const alone = guesses({ ...account, incoming: null });
    expect(alone.map(({ settings }) => settings.host)).toEqual([
      "mail.example.test",
      "mail.example.test",
      "smtp.example.test",
      "smtp.example.test",
    ]);
    expect(alone[0]?.settings).toMatchObject({ signIn: "password", userName: "alice@example.test" });
  });
});

it("an incoming OAuth2 gives OAuth2, never a password", () => {
  const oauth2 = { ...account, incoming: { ...incoming, signIn: "oauth2" as const } };
  expect(new Set(guesses(oauth2).map(({ settings }) => settings.signIn))).toEqual(new Set(["oauth2"]));
});

it("a domain that is no host name gives no guesses for itself", () => {
  const odd = { ...account, incoming: null, sender: { ...account.sender, address: "alice@[192.0.2.1]" } };
  expect(guesses(odd)).toEqual([]);
});
