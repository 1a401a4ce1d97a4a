// The toolbar's check of very many accounts: all of them are there, the worst first, each server asked once.

import { expect, it } from "vitest";
import { readCases } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { sharedLooks } from "../../../src/app/find/shared-looks.js";
import { checkAccounts } from "../../../src/app/notice/check-accounts.js";
import { page } from "../../../src/app/page/page.js";
import type { WritingPorts } from "../../../src/ports.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { entry, thunderbird } from "../profile.js";

const hosts = ["mail.example.test", "mail.other.test"];
const silentAccount = 2;

/** Accounts at two hosts in turn, all in order but the second, whose server says nothing. */
function many(count: number): FakeProfile {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const hostOf = (number: number): string =>
    number === silentAccount ? "smtp.silent.test" : (hosts[number % 2] ?? "");
  return {
    entries: numbers.map((number) => ({
      ...entry,
      id: `smtp${String(number)}`,
      host: hostOf(number),
      port: number % 4 < 2 ? 587 : 465,
      security: number % 4 < 2 ? ("starttls" as const) : ("tls" as const),
      signIn: "password" as const,
      userName: `user${String(number)}@example.test`,
    })),
    identities: numbers.map((number) => ({
      identityId: `id${String(number)}`,
      accountId: `account${String(number)}`,
      address: `user${String(number)}@example.test`,
      chosen: `smtp${String(number)}`,
    })),
    accounts: numbers.map((number) => ({
      accountId: `account${String(number)}`,
      name: `Account ${String(number)}`,
      incoming: null,
    })),
    logIns: numbers.map((number) => ({
      origin: `smtp://${hostOf(number)}`,
      userName: `user${String(number)}@example.test`,
      password: "secret",
    })),
  };
}

function checked(count: number): { fake: FakeThunderbird; ports: WritingPorts; connections: string[] } {
  const fake = thunderbird(many(count));
  const connections: string[] = [];
  fake.look = (host, port) => {
    connections.push(`${host}:${String(port)}`);
    return host === "smtp.silent.test"
      ? { kind: "silent" }
      : { kind: "answers", offeredSignIn: ["PLAIN", "LOGIN"], toStranger: null };
  };
  const talk = sharedLooks(fake.talk, fake.ports.clock);
  const ports = {
    ...fake.ports,
    talk,
    mending: { ...fake.ports.mending, talk },
  } as WritingPorts;
  return { fake, ports, connections };
}

it.each([1, 22, 60])(
  "finds %i accounts, one of them with a silent server, and calls no other wrong",
  async (count) => {
    const { ports, connections } = checked(count);
    await checkAccounts(ports);
    const before = await readCases(ports.session);
    await Promise.all(before.map(({ caseId }) => investigated(ports, caseId)));
    const { cases } = await page(ports, { kind: "toolbar" });
    expect(cases).toHaveLength(count);
    const wrong = cases.filter(({ state }) => state !== "healthy").map(({ accountName }) => accountName);
    expect(wrong).toEqual(count >= silentAccount ? ["Account 2"] : []);
    expect(cases[0]?.accountName, "the worst first").toBe(count >= silentAccount ? "Account 2" : "Account 1");
    for (const host of hosts) {
      for (const port of [465, 587]) {
        const there = connections.filter((place) => place === `${host}:${String(port)}`);
        expect(there.length, `connections to ${host}:${String(port)}`).toBeLessThanOrEqual(1);
      }
    }
  },
);

it("says of each account that nothing was tried where Thunderbird is offline, and asks nobody", async () => {
  const { fake, ports, connections } = checked(3);
  fake.offline = true;
  await checkAccounts(ports);
  const before = await readCases(ports.session);
  await Promise.all(before.map(({ caseId }) => investigated(ports, caseId)));
  const { cases } = await page(ports, { kind: "toolbar" });
  expect(cases.map(({ outcome }) => outcome)).toMatchObject(
    cases.map(() => ({ kind: "tested", came: "offline" })),
  );
  expect(cases).toHaveLength(3);
  expect(connections).toEqual([]);
});
