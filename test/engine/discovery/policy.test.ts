// What an administrator may give in managed storage.

import { expect, it } from "vitest";
import { policyServers } from "../../../src/engine/discovery/policy.js";

const entry = { domain: "Example.test", host: "Relay.Company.test", port: 587, security: "starttls" };
const servers = (...outgoingServers: readonly unknown[]): number =>
  policyServers({ outgoingServers }, "example.test").length;

it("gives the servers of that domain", () => {
  const named = { ...entry, signIn: "kerberos", userName: "%EMAILLOCALPART%" };
  expect(
    policyServers({ outgoingServers: [{ ...entry, domain: "other.test" }, entry, named] }, "example.test"),
  ).toEqual([
    {
      host: "relay.company.test",
      port: 587,
      security: "starttls",
      signIns: [],
      userName: null,
      ownNetworkOnly: false,
    },
    {
      host: "relay.company.test",
      port: 587,
      security: "starttls",
      signIns: ["kerberos"],
      userName: "%EMAILLOCALPART%",
      ownNetworkOnly: false,
    },
  ]);
});

it.each([
  ["a host that is none", { ...entry, host: "https://relay" }],
  ["a port as text", { ...entry, port: "587" }],
  ["an unknown connection", { ...entry, security: "ssl" }],
  ["an unknown way to sign in", { ...entry, signIn: "none" }],
  ["no object", "relay.company.test"],
  ["nothing", null],
])("leaves out an entry with %s, and keeps the others", (_, broken) => {
  expect(servers(broken, entry)).toBe(1);
});

it.each([
  [0, 0],
  [1, 1],
  [65_535, 1],
  [65_536, 0],
  [587.5, 0],
])("of port %d takes %d", (port, taken) => {
  expect(servers({ ...entry, port })).toBe(taken);
});

it.each([undefined, null, {}, { outgoingServers: {} }, "text"])("no policy gives none: %j", (managed) => {
  expect(policyServers(managed, "example.test")).toEqual([]);
});
