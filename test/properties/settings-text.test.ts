// Thunderbird's Troubleshooting Information, as the user pastes it: read back as it was written, whatever stands around.

import fc from "fast-check";
import { expect } from "vitest";
import { incomingTold, outgoingTold } from "../../src/engine/settings-text/match-identities.js";
import { readTroubleshootingInformation } from "../../src/engine/settings-text/troubleshooting-information.js";
import type { ShownAccount, ShownServer } from "../../src/engine/model/told-settings.js";
import { growsWithItsInput } from "./growth.js";
import { hostileText } from "./hostile-text.js";
import { property } from "./property.js";

const sample = `Mail and News Accounts
  account1:
    INCOMING: account1, alice@example.test, (imap) mail.example.test:993, 3, 3
    OUTGOING: "Doe, Alice" <alice@example.test>, mail.example.test:587, 2, 1, true
  account2:
    INCOMING: account2, , (none) Local Folders, 0, 1
  account3:
    INCOMING: account3, , (pop3) [2001:db8::7]:995, 3, 3
    OUTGOING: , mail.other.test, 3, 10, true
    OUTGOING: , mail.example.test:587, 2, 1, false
`;
const read = (text: string): readonly ShownAccount[] => readTroubleshootingInformation(text) ?? [];

property(
  "troubleshooting information",
  "gives whole servers, few and short, or nothing",
  hostileText(sample, sample.replaceAll("\n", "\r\n")),
  (text) => {
    const accounts = readTroubleshootingInformation(text);
    expect(accounts).not.toEqual([]);
    expect(accounts?.length ?? 0).toBeLessThanOrEqual(200);
    for (const { accountId, incoming, outgoing } of accounts ?? []) {
      expect(accountId).toMatch(/^[\w-]{1,60}$/);
      expect(outgoing.length).toBeLessThanOrEqual(200);
      for (const { host, port, security } of incoming === null ? outgoing : [incoming, ...outgoing]) {
        expect(host).toMatch(/^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])$/i);
        expect(Number.isInteger(port) && port >= 0 && port <= 65_535).toBe(true);
        expect(["none", "starttls", "tls"]).toContain(security);
      }
      for (const { address } of outgoing) {
        expect(address ?? "a").toMatch(/^[^<>\s]{1,320}$/);
      }
    }
  },
);

const numberOf = { none: 0, starttls: 2, tls: 3 } as const;
const methods = {
  unset: 0,
  none: 1,
  old: 2,
  password: 3,
  kerberos: 5,
  ntlm: 6,
  secure: 8,
  oauth2: 10,
} as const;
const server: fc.Arbitrary<ShownServer> = fc.record({
  host: fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((address) => `[${address}]`),
  ),
  port: fc.integer({ min: 0, max: 65_535 }),
  security: fc.constantFrom("none", "starttls", "tls"),
  signIn: fc.constantFrom(...(Object.keys(methods) as (keyof typeof methods)[])),
});
// A line has no break in it; what people call themselves has everything else.
const name = fc
  .oneof(
    hostileText(
      '"Doe, Alice"',
      "<root@evil.test>",
      "x, mail.evil.test:25, 0, 1, true",
      "OUTGOING: , a.test, 0, 1, true",
    ),
    fc.constant(""),
  )
  .map((text) => text.replaceAll(/[\r\n]/g, " ").slice(0, 900));
const account = fc.record({
  accountId: fc.stringMatching(/^account\d{1,4}$/),
  name,
  type: fc.constantFrom("imap", "pop3", "nntp"),
  incoming: server,
  outgoing: fc.array(fc.record({ server, name, address: fc.emailAddress(), isDefault: fc.boolean() }), {
    maxLength: 4,
  }),
});

const place = ({ host, port }: ShownServer): string => host + (port === 0 ? "" : `:${String(port)}`);
const end = ({ security, signIn }: ShownServer): string =>
  `${String(numberOf[security])}, ${String(methods[signIn as keyof typeof methods])}`;

property(
  "troubleshooting information",
  "comes back as Thunderbird writes it, with names and without, among other lines",
  fc.record({
    accounts: fc.array(account, { minLength: 1, maxLength: 5 }),
    isNamed: fc.boolean(),
    between: fc.array(hostileText("Name: Thunderbird", "    INCOMING", "OUTGOING"), { maxLength: 3 }),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  }),
  ({ accounts, isNamed, between, lineEnd }) => {
    // What stands between are other lines: nothing that begins as ours do.
    const others = between
      .flatMap((text) => text.split(/[\r\n]/))
      .filter((one) => !/(?:IN|OUT)[A-Z]+:/.test(one));
    const lines = accounts.flatMap(({ accountId, name: of, type, incoming, outgoing }) => [
      `  ${accountId}:`,
      ...others,
      `    INCOMING: ${accountId}, ${isNamed ? of : ""}, (${type}) ${place(incoming)}, ${end(incoming)}`,
      ...outgoing.flatMap((one) => [
        `    OUTGOING: ${isNamed ? `${one.name} <${one.address}>` : ""}, ${place(one.server)}, ${end(one.server)}, ${String(one.isDefault)}`,
        ...others,
      ]),
    ]);
    expect(read(lines.join(lineEnd))).toEqual(
      accounts.map(({ accountId, type, incoming, outgoing }) => ({
        accountId,
        incoming: { ...incoming, type },
        outgoing: outgoing.map((one) => ({ ...one.server, address: isNamed ? one.address : null })),
      })),
    );
  },
);

const identities = fc.uniqueArray(
  fc.record({
    identityId: fc.constantFrom("id1", "id2", "id3", "id4"),
    accountId: fc.constantFrom("account1", "account2", "account3"),
    address: fc.oneof(
      fc.constantFrom("alice@example.test", "ALICE@example.test", "bob@other.test"),
      hostileText("alice@example.test"),
    ),
  }),
  { maxLength: 4, selector: ({ identityId }) => identityId },
);

property(
  "told settings",
  "are matched to identities without a guess",
  fc.tuple(hostileText(sample), identities),
  ([text, known]) => {
    const told = read(text);
    for (const { identityId, accountId } of known) {
      const found = outgoingTold(told, identityId, known);
      const own = told.find((one) => one.accountId === accountId);
      expect(["smtp", "none", "other-type", "unreadable"]).toContain(found.kind);
      if (found.kind === "smtp") {
        const { server: of } = found;
        expect(of.identityIds).toContain(identityId);
        expect(own?.outgoing.map(({ host }) => host)).toContain(of.host);
        expect(of.userName).toBe("");
      }
      expect(incomingTold(told, accountId, known)?.host).toBe(own?.incoming?.host);
    }
    expect(outgoingTold(told, "id9", known)).toEqual({ kind: "unreadable" });
  },
);

growsWithItsInput("troubleshooting information", (text) => [
  readTroubleshootingInformation(text),
  readTroubleshootingInformation(`INCOMING: account1, ${text}`),
  readTroubleshootingInformation(`INCOMING: account1, , (imap) a, 0, 1\nOUTGOING: ${text}, a, 0, 1, true`),
]);
