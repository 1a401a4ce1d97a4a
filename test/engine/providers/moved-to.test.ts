// Where a provider has moved to is looked at and proven like any other server, and no note lets a password go anywhere.

import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { OutgoingServer } from "../../../src/engine/model/server-settings.js";
import { sameOwner } from "../../../src/engine/passwords/owner.js";
import { passwordsFor } from "../../../src/engine/passwords/passwords-for.js";
import { hasMoved, movedTo } from "../../../src/engine/providers/moved-to.js";
import { notes } from "../../../src/engine/providers/notes/index.js";

function senderOf(address: string): Evidence["sender"] {
  return { identityId: "id1", accountId: "account1", accountName: address, address, from: address };
}

describe("a provider that has moved", () => {
  it("is looked for where it is now; nothing vouches for that host but who owns it", () => {
    const current = {
      host: "relay.skynet.be",
      port: 25,
      security: "none",
      signIn: "none",
      userName: "",
    } as const;
    const sender = senderOf("anna@skynet.be");
    expect(movedTo({ sender, incoming: null, current })).toEqual([
      {
        settings: {
          host: "relay.proximus.be",
          port: 587,
          security: "starttls",
          signIn: "password",
          userName: "anna@skynet.be",
        },
        source: "note",
        trust: "guess",
        ownNetworkOnly: false,
      },
    ]);
  });

  it("is left where it is, where that is doubtful", () => {
    const sender = senderOf("anna@xtra.co.nz");
    const current = {
      host: "smtp.xtra.co.nz",
      port: 465,
      security: "tls",
      signIn: "password",
      userName: "",
    } as const;
    expect(movedTo({ sender, incoming: null, current })).toEqual([]);
  });

  it("is left where it is, where the new server is in use or nobody knows it", () => {
    const sender = senderOf("anna@cox.net");
    const at = (host: string) =>
      ({ host, port: 465, security: "tls", signIn: "password", userName: "" }) as const;
    expect(movedTo({ sender, incoming: null, current: at("smtp.cox.net") })).toEqual([]);
    expect(movedTo({ sender, incoming: null, current: at("relay.proximus.be") })).toEqual([]);
  });
});

it.each([
  ["mail.provider.test", true],
  ["MAIL.Provider.test", true],
  ["smtp.provider.test", false],
  ["SMTP.Provider.test", false],
  ["mail.other.test", false],
])("a new server below the old name is not taken for the old one: %s", (host, moved) => {
  const to = { host: "smtp.provider.test", port: 465, security: "tls" } as const;
  const fact = { certainty: "certain", from: ["provider.test"], to } as const;
  expect(hasMoved(fact, host)).toBe(moved);
});

describe("no note vouches for a host", () => {
  const moves = notes.flatMap(({ id, domains, facts: { moved } }) =>
    moved?.to == null || moved.certainty === "possible"
      ? []
      : moved.from.map((from) => ({ id, from, to: moved.to.host, domain: domains[0] ?? from })),
  );

  it("and there are enough that lead to one", () => {
    expect(new Set(moves.map(({ id }) => id)).size).toBeGreaterThan(5);
  });

  it.each(moves)("$id: from $from to $to", ({ from, to, domain }) => {
    const sender = senderOf(`anna@${domain}`);
    const server: OutgoingServer = {
      ...{ id: "smtp1", type: "smtp", description: "", isDefault: true, identityIds: ["id1"], locked: [] },
      ...{ host: `smtp.${from}`, port: 465, security: "tls", signIn: "password" },
      ...{ userName: sender.address, savedPassword: "yes" },
    };
    const [candidate] = movedTo({ sender, incoming: null, current: server });
    expect(candidate?.settings.host).toBe(to);
    if (candidate === undefined) return;
    const evidence: Evidence = {
      ...{ sender, outgoing: { kind: "smtp", server, assigned: "chosen" }, incoming: null, fellows: [] },
      ...{ refusal: null, probe: null, candidates: [{ ...candidate, probe: null }] },
    };
    const mayGo = sameOwner(to, server.host) || sameOwner(to, domain);
    expect(candidate.trust).toBe(mayGo ? "own-domain" : "guess");
    expect(passwordsFor(candidate.settings, evidence).asks).toEqual(
      mayGo ? null : { host: to, passwordOf: sender.address },
    );
  });
});
