// An identity is not given another entry while a message is on its way: through the one it leaves, the one it gets, or
// out of the Outbox. On the code of the parent script, in memory.

import { beforeEach, expect, it } from "vitest";
import { server, world, type FakeSmtpServer } from "./thunderbird.js";
import { assignServer } from "../../src/experiment/outgoingServers/parent/write-entries.js";

const alice = { key: "id1", email: "alice@example.test", smtpServerKey: "smtp2" };
let entries: Readonly<Record<string, FakeSmtpServer>> = {};

beforeEach(() => {
  world.servers = [];
  world.sendsOutbox = false;
  world.preferences = new Map([["mail.identity.id1.smtpServer", "smtp2"]]);
  world.accounts = [{ key: "account1", identities: [{ ...alice }], incomingServer: null }];
  entries = {
    smtp1: server("smtp1", "mail.example.test", alice.email),
    smtp2: server("smtp2", "smtp.example.test", alice.email),
  };
});

const inUse = (): string | undefined => world.accounts[0]?.identities[0]?.smtpServerKey;

it("is given another while nothing is on its way", () => {
  expect(assignServer("id1", "smtp1", false)).toEqual({ refused: null, value: { serverId: "smtp2" } });
  expect(inUse()).toBe("smtp1");
});

it.each(["smtp1", "smtp2"])("is refused while %s is sending, and stays as it is", (key) => {
  entries[key]?._busyConnections.push({});
  expect(assignServer("id1", "smtp1", false).refused).toBe("busy");
  expect(inUse()).toBe("smtp2");
});

it("is refused while the Outbox is being sent, and stays as it is", () => {
  world.sendsOutbox = true;
  expect(assignServer("id1", "smtp1", false).refused).toBe("busy");
  expect(inUse()).toBe("smtp2");
});

it("is given its first one where there is no default either", () => {
  world.servers = [];
  const only = server("smtp3", "mail.example.test", alice.email);
  world.accounts = [
    { key: "account1", identities: [{ ...alice, smtpServerKey: "smtp9" }], incomingServer: null },
  ];
  expect(assignServer("id1", only.key, false).refused).toBeNull();
  expect(inUse()).toBe("smtp3");
});

it("is given none by having no preference, as before any was chosen", () => {
  expect(assignServer("id1", null, false)).toEqual({ refused: null, value: { serverId: "smtp2" } });
  expect(world.preferences.has("mail.identity.id1.smtpServer")).toBe(false);
  expect(inUse()).toBe("smtp2");
});

it("is given one that is gone only where that is what it had", () => {
  expect(assignServer("id1", "smtp9", false).refused).toBe("gone");
  expect(inUse()).toBe("smtp2");
  expect(assignServer("id1", "smtp9", true).refused).toBeNull();
  expect(inUse()).toBe("smtp9");
});
