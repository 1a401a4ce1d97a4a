// The order in which candidates are tried, and what is not tried.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rank } from "../../../src/engine/discovery/rank.js";
import type { Candidate, CandidateSource, Trust } from "../../../src/engine/model/probe.js";
import type { Security, SignIn } from "../../../src/engine/model/server-settings.js";
import { candidate, current } from "./sample.js";

const order = (...candidates: readonly Candidate[]): readonly string[] =>
  rank(candidates, current).map(({ settings }) => settings.host);

it("goes by who says so", () => {
  const sources = ["guide", "incoming", "srv", "mx", "ispdb", "isp", "thunderbird", "policy"] as const;
  const ranked = order(
    ...sources.map((source) => candidate({ host: source }, { source, trust: "configured" })),
  );
  expect(ranked).toEqual(sources.toReversed());
});

it("keeps the publisher's order", () => {
  expect(order(candidate({ host: "b" }), candidate({ host: "a" }), candidate({ host: "c" }))).toEqual([
    "b",
    "a",
    "c",
  ]);
});

describe("comes later", () => {
  it("a guess that must be asked about, after everything that may be tried", () => {
    expect(
      order(
        candidate({ host: "foreign" }, { source: "srv", trust: "guess" }),
        candidate({ host: "own" }, { source: "guide", trust: "own-domain" }),
      ),
    ).toEqual(["own", "foreign"]);
  });

  it("a server for the provider's own network", () => {
    expect(order(candidate({ host: "inside" }, { ownNetworkOnly: true }), candidate({ host: "a" }))).toEqual([
      "a",
      "inside",
    ]);
  });

  it("port 25, among those of one source", () => {
    expect(order(candidate({ host: "a", port: 25 }), candidate({ host: "b" }))).toEqual(["b", "a"]);
  });

  it("a password, where the same host takes OAuth2, whoever says so", () => {
    const ranked = rank(
      [
        candidate({ signIn: "password" }, { source: "policy", trust: "configured" }),
        candidate({ signIn: "oauth2" }, { source: "mx", trust: "guess", ownNetworkOnly: true }),
      ],
      current,
    );
    expect(ranked.map(({ settings }) => settings.signIn)).toEqual(["oauth2", "password"]);
  });
});

describe("is left out", () => {
  it("a connection without encryption", () => {
    const plain = candidate({ security: "none" });
    expect(rank([plain], current)).toEqual([]);
  });

  it("a server without sign-in", () => {
    const open = candidate({ signIn: "none" });
    expect(rank([open], current)).toEqual([]);
  });

  it("but a host already used without encryption is tried so, last", () => {
    const clear = candidate({ host: "smtp.old.test", port: 25, security: "none" });
    const guess = candidate({ host: "a" }, { source: "srv", trust: "guess" });
    expect(order(clear, guess)).toEqual(["a", "smtp.old.test"]);
    expect(rank([clear], { ...current, security: "starttls" })).toEqual([]);
  });
});

it("keeps equal settings once, with the strongest source", () => {
  const weak = candidate({}, { source: "incoming", trust: "configured" });
  const strong = candidate({ host: "smtp.PROVIDER.test" }, { source: "isp" });
  expect(rank([weak, strong], current)).toEqual([strong]);
});

it("for any candidates: nothing lost, nothing twice, nothing in the clear, no password before OAuth2", () => {
  const anyCandidate = fc.record({
    settings: fc.record({
      host: fc.constantFrom("a.test", "b.test"),
      port: fc.constantFrom(25, 465, 587),
      security: fc.constantFrom<Security>("none", "starttls", "tls"),
      signIn: fc.constantFrom<SignIn>("none", "password", "oauth2"),
      userName: fc.constantFrom("u", "v"),
    }),
    source: fc.constantFrom<CandidateSource>("isp", "srv", "guide"),
    trust: fc.constantFrom<Trust>("configured", "guess"),
    ownNetworkOnly: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyCandidate), (candidates) => {
      const ranked = rank(candidates, current);
      const keys = ranked.map(({ settings }) => JSON.stringify(settings));
      const covered = candidates.every(
        ({ settings }) =>
          keys.includes(JSON.stringify(settings)) ||
          settings.security === "none" ||
          settings.signIn === "none",
      );
      const passwordFirst = ranked.some(
        ({ settings }, index) =>
          settings.signIn === "password" &&
          ranked
            .slice(index)
            .some((later) => later.settings.host === settings.host && later.settings.signIn === "oauth2"),
      );
      const clear = ranked.some(({ settings }) => settings.security === "none" || settings.signIn === "none");
      return covered && new Set(keys).size === keys.length && !passwordFirst && !clear;
    }),
  );
});

it("a password is no worse where another host, or nobody, takes OAuth2", () => {
  const ranked = rank(
    [
      candidate({ host: "a", signIn: "password" }),
      candidate({ host: "b", signIn: "oauth2" }),
      candidate({ host: "b", signIn: "password" }),
    ],
    current,
  );
  expect(ranked.map(({ settings: { host, signIn } }) => `${host} ${signIn}`)).toEqual([
    "a password",
    "b oauth2",
    "b password",
  ]);
});

it("names settings once, by the best of those who do, whatever the letters", () => {
  const ranked = rank(
    [
      candidate({ host: "a.example.test" }, { source: "guide" }),
      candidate({ host: "A.example.test" }, { source: "isp" }),
      candidate({ host: "a.example.test", port: 465, security: "tls" }, { source: "isp" }),
    ],
    current,
  );
  expect(ranked.map(({ source, settings: { port } }) => [source, port])).toEqual([
    ["isp", 587],
    ["isp", 465],
  ]);
});

it("leaves out what would go in the clear, unless it does so now, and what takes no sign-in", () => {
  const open = candidate({ host: "open.example.test", security: "none" });
  const none = candidate({ host: "b", signIn: "none" });
  const inTheClear = { ...current, host: "OPEN.example.test", security: "none" } as const;
  expect(rank([open, none], current)).toEqual([]);
  expect(rank([open, none], inTheClear)).toEqual([open]);
  expect(rank([open], null)).toEqual([]);
});
