// Published servers become candidates for one account.

import { describe, expect, it } from "vitest";
import { publishedCandidates } from "../../../src/engine/discovery/published-candidates.js";
import { filledIn } from "../../../src/engine/discovery/published-server.js";
import type { PublishedServer } from "../../../src/engine/model/published-server.js";
import { account, current, incoming } from "./sample.js";

const published: PublishedServer = {
  host: "smtp.provider.test",
  port: 587,
  security: "starttls",
  signIns: ["password"],
  userName: "%EMAILADDRESS%",
  ownNetworkOnly: false,
};

it("has the placeholders of host and user name filled in, in every alternative", () => {
  const second = { ...published, host: "%EMAILDOMAIN%.Provider.test", userName: "%EMAILLOCALPART%.x" };
  expect(publishedCandidates([published, second], "isp", account).map(({ settings }) => settings)).toEqual([
    {
      host: "smtp.provider.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice@example.test",
    },
    {
      host: "example.test.provider.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice.x",
    },
  ]);
});

it("has no host that tells the user's name: it is looked up and greeted before any click", () => {
  const curious = { ...published, host: "%EMAILLOCALPART%.provider.test" };
  expect(publishedCandidates([curious], "mx", account)).toEqual([]);
  expect(publishedCandidates([{ ...published, host: "a-%EMAILLOCALPART%" }], "isp", account, true)).toEqual(
    [],
  );
});

it("is one for each way to sign in, in the publisher's order", () => {
  const both = { ...published, signIns: ["oauth2", "password"] as const };
  expect(publishedCandidates([both], "ispdb", account).map(({ settings }) => settings.signIn)).toEqual([
    "oauth2",
    "password",
  ]);
});

describe("where the publisher does not say", () => {
  const silent = { ...published, signIns: [], userName: null };

  it("signs in as for receiving", () => {
    const kerberos = {
      ...account,
      incoming: { ...incoming, signIn: "kerberos" as const, userName: "al@corp.test" },
    };
    expect(publishedCandidates([silent], "srv", kerberos).map(({ settings }) => settings)).toMatchObject([
      { signIn: "kerberos", userName: "al@corp.test" },
    ]);
  });

  it("stays with OAuth2 where that is in use", () => {
    const oauth2 = { ...account, current: { ...current, signIn: "oauth2" as const } };
    expect(publishedCandidates([silent], "srv", oauth2)[0]?.settings.signIn).toBe("oauth2");
  });

  it("a user name that asks for something unknown is none", () => {
    const asking = { ...published, userName: "%CUSTOMERNUMBER%" };
    expect(publishedCandidates([asking], "isp", account)[0]?.settings.userName).toBe("alice@example.test");
  });
});

describe("after what is published come the usual encrypted connections of the same host", () => {
  const connections = (port: number, security: PublishedServer["security"]): readonly string[] =>
    publishedCandidates([{ ...published, port, security }], "isp", account).map(
      ({ settings }) => `${String(settings.port)} ${settings.security}`,
    );

  it.each([
    [587, "tls", ["587 tls", "587 starttls", "465 tls"]],
    [465, "starttls", ["465 starttls", "587 starttls", "465 tls"]],
    [25, "none", ["25 none", "587 starttls", "465 tls"]],
    [587, "starttls", ["587 starttls"]],
    [465, "tls", ["465 tls"]],
    [2525, "starttls", ["2525 starttls"]],
  ] as const)("%i with %s", (port, security, expected) => {
    expect(connections(port, security)).toEqual(expected);
  });
});

it("a host that is none once it is filled in is left out", () => {
  expect(publishedCandidates([{ ...published, host: "%REALNAME%.test" }], "isp", account)).toEqual([]);
  const hostile = { ...account, sender: { ...account.sender, address: "alice@exa mple" } };
  expect(publishedCandidates([{ ...published, host: "mail.%EMAILDOMAIN%" }], "isp", hostile)).toEqual([]);
});

it("nothing is made of what asks for more than the address, whatever stands beside it", () => {
  expect(filledIn("%EMAILLOCALPART%.%REALNAME%", "alice@example.test")).toBeNull();
  expect(publishedCandidates([{ ...published, host: "mail%REALNAME%.test" }], "isp", account)).toEqual([]);
});

it("a placeholder in the address itself is not filled in again", () => {
  expect(filledIn("%EMAILLOCALPART%", "%EMAILDOMAIN%@example.test")).toBe("%EMAILDOMAIN%");
});
