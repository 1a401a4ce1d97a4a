// Which servers are asked, where more may be the right ones than are asked at once.
import { expect, it } from "vitest";
import { toAsk } from "../../../src/engine/discovery/to-ask.js";
import type { Candidate } from "../../../src/engine/model/probe.js";
import type { ServerSettings } from "../../../src/engine/model/server-settings.js";

const at = (host: string, more: Partial<ServerSettings> = {}): Candidate => ({
  settings: { host, port: 587, security: "starttls", signIn: "password", userName: "alice", ...more },
  source: "ispdb",
  trust: "published-by-ispdb",
  ownNetworkOnly: false,
});
const many = (count: number): readonly Candidate[] =>
  Array.from({ length: count }, (_, index) => at(`host${String(index)}.test`));

it("sixteen at the most, the best first, and it is known how many are left", () => {
  expect(toAsk(many(16), [])).toEqual({ candidates: many(16), left: 0 });
  expect(toAsk(many(20), [])).toEqual({ candidates: many(16), left: 4 });
});

it("settings that lead to one connection are one server", () => {
  const twice = [at("host0.test", { signIn: "oauth2" }), at("HOST1.test", { userName: "bob" })];
  expect(toAsk([...many(16), ...twice, at("late.test")], [])).toEqual({
    candidates: [...many(16), ...twice],
    left: 1,
  });
  const ports = [at("host0.test"), at("host0.test", { port: 465, security: "tls" })];
  expect(toAsk([...many(16), ...ports], [])).toEqual({
    candidates: [...many(16), at("host0.test")],
    left: 1,
  });
});

it("those that are only counted count once, and not where they are asked anyway", () => {
  expect(toAsk(many(2), [at("host1.test"), at("a.test"), at("a.test")])).toEqual({
    candidates: many(2),
    left: 1,
  });
});
