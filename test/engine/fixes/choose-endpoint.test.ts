// Where to connect, when nobody can look at a server: what was published, then the wish.

import { expect, it } from "vitest";
import { chooseEndpoints } from "../../../src/engine/fixes/choose-endpoint.js";
import type { ProbedCandidate } from "../../../src/engine/model/probe.js";
import type { ServerSettings } from "../../../src/engine/model/server-settings.js";

const wish: ServerSettings = {
  host: "mail.example.test",
  port: 587,
  security: "starttls",
  signIn: "password",
  userName: "alice@example.test",
};

function unseen(source: ProbedCandidate["source"], settings: Partial<ServerSettings> = {}): ProbedCandidate {
  const trust = source === "guide" ? "guess" : "published-by-domain";
  return { settings: { ...wish, ...settings }, source, trust, ownNetworkOnly: false, probe: null };
}

const hostsFrom = (candidates: readonly ProbedCandidate[], inUse = "smtp.gone.test"): readonly unknown[] =>
  chooseEndpoints(wish, candidates, inUse).map(({ settings, candidate }) => [
    settings.host,
    settings.port,
    candidate?.source ?? null,
  ]);

it("takes what was published, although a guess agrees with the wish", () => {
  const published = unseen("isp", { host: "out.hosting.test" });
  expect(hostsFrom([published, unseen("guide")])).toEqual([["out.hosting.test", 587, "isp"]]);
  expect(hostsFrom([unseen("guide"), published])).toEqual([["out.hosting.test", 587, "isp"]]);
});

it("keeps the wish where one of those published agrees, and names that source", () => {
  const other = unseen("isp", { host: "out.hosting.test" });
  expect(hostsFrom([other, unseen("ispdb")])).toEqual([["mail.example.test", 587, "ispdb"]]);
});

it("stays at the host in use where that is published on another port", () => {
  const candidates = [
    unseen("isp", { host: "out.hosting.test" }),
    unseen("isp", { port: 465, security: "tls" }),
  ];
  expect(hostsFrom(candidates, "mail.example.test")).toEqual([["mail.example.test", 465, "isp"]]);
});

it("falls back to the wish, as the guess that it is", () => {
  expect(hostsFrom([unseen("guide")])).toEqual([["mail.example.test", 587, "guide"]]);
  expect(hostsFrom([])).toEqual([["mail.example.test", 587, null]]);
  expect(hostsFrom([unseen("isp", { host: "out.hosting.test", security: "none" })])).toEqual([
    ["mail.example.test", 587, null],
  ]);
});

it.each([
  ["OAuth2, where that is published", "password", "oauth2", "oauth2"],
  ["what is published, where nothing else is known", "none", "encrypted-password", "encrypted-password"],
  [
    "the way in use, where a password of another kind is published",
    "encrypted-password",
    "password",
    "encrypted-password",
  ],
] as const)("signs in by %s", (_, inUse, published, signIn) => {
  const candidate = unseen("isp", { host: "out.hosting.test", signIn: published });
  const [choice] = chooseEndpoints({ ...wish, signIn: inUse }, [candidate], "smtp.gone.test");
  expect(choice?.settings).toMatchObject({ host: "out.hosting.test", signIn });
});

it.each([
  ["alice", "alice"],
  ["", "alice@example.test"],
])("takes the user name that is published, %j, else the one in use", (published, userName) => {
  const candidate = unseen("isp", { host: "out.hosting.test", userName: published });
  expect(chooseEndpoints(wish, [candidate], "smtp.gone.test")[0]?.settings.userName).toBe(userName);
});
