// SRV records as servers, in the order of RFC 6186 §3.1 and RFC 8314 §5.1.

import { describe, expect, it } from "vitest";
import { serversOfSrv, submissionNames, type SrvRecord } from "../../../src/engine/discovery/srv.js";

const record = (target: string, rest: Partial<SrvRecord> = {}): SrvRecord => ({
  priority: 10,
  weight: 0,
  port: 587,
  target,
  ...rest,
});
const hosts = (submissions: readonly SrvRecord[], submission: readonly SrvRecord[] = []): readonly string[] =>
  serversOfSrv(submissions, submission).map(({ host }) => host);

it("asks for both services of the domain", () => {
  expect(submissionNames("example.test")).toEqual([
    "_submissions._tcp.example.test",
    "_submission._tcp.example.test",
  ]);
});

it("_submissions is TLS from the start, _submission STARTTLS; ways to sign in and user name are not said", () => {
  const silent = { signIns: [], userName: null, ownNetworkOnly: false };
  expect(serversOfSrv([record("Mail.Example.Test.", { port: 465 })], [record("mail.example.test")])).toEqual([
    { host: "mail.example.test", port: 465, security: "tls", ...silent },
    { host: "mail.example.test", port: 587, security: "starttls", ...silent },
  ]);
});

describe("order", () => {
  it("is by priority first, over both services", () => {
    expect(hosts([record("b.test", { priority: 20 })], [record("a.test", { priority: 10 })])).toEqual([
      "a.test",
      "b.test",
    ]);
  });

  it("prefers TLS from the start at equal priority, whatever the weight", () => {
    expect(hosts([record("tls.test")], [record("starttls.test", { weight: 100 })])).toEqual([
      "tls.test",
      "starttls.test",
    ]);
  });

  it("prefers the greater weight at equal priority and service", () => {
    expect(hosts([], [record("light.test", { weight: 1 }), record("heavy.test", { weight: 9 })])).toEqual([
      "heavy.test",
      "light.test",
    ]);
  });
});

it.each([
  ["a name that begins with digits", record("1und1.test."), "1und1.test"],
  ["one of digits and letters throughout", record("4.mail.2x.test"), "4.mail.2x.test"],
  ["the first port", record("mail.test", { port: 1 }), "mail.test"],
  ["the last port", record("mail.test", { port: 65_535 }), "mail.test"],
])("%s is as good as any", (_, one, host) => {
  expect(hosts([one])).toEqual([host]);
});

describe("a record is no server where", () => {
  it.each([
    ["the target is the root: not offered", record(".")],
    ["the target is empty, as Thunderbird gives the root", record("")],
    ["the port is 0", record("mail.example.test", { port: 0 })],
    ["the port is too large", record("mail.example.test", { port: 65_536 })],
    ["the target is no host name", record("mail example.test")],
    ["the target is an address", record("192.0.2.1.")],
  ])("%s", (_, one) => {
    expect(hosts([one], [one])).toEqual([]);
  });
});

it("takes no more records than any domain needs", () => {
  expect(hosts(Array.from({ length: 40 }, (_, index) => record(`h${String(index)}.test`)))).toHaveLength(8);
});
