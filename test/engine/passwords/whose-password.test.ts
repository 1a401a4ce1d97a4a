// The credential rule, every combination: what a password is saved under × the identity's address × the server it would go
// to × who names that server. The tables below are the truth; everything else asks, what the identity sends through too.

import { describe, expect, it } from "vitest";
import { mayGo, type Vouching } from "../../../src/engine/passwords/may-go.js";

/** Saved under. `speaksFor`: the mail domain whose publication and policy count. */
const passwords = {
  "own domain's host": { host: "mail.example.test", userName: "alice@example.test" },
  "hoster's host": { host: "imap.hosting.test", userName: "alice@example.test" },
  "short name, own domain's host": { host: "mail.example.test", userName: "alice" },
  "short name, hoster's host": { host: "imap.hosting.test", userName: "alice" },
  "domain that is a public suffix": { host: "imap.hosting.test", userName: "alice@uber.space" },
} as const;
type Password = keyof typeof passwords;

const addresses = ["alice@example.test", "alice@plain.test", "alice@uber.space"] as const;
type Address = (typeof addresses)[number];

const destinations = [
  "mail.example.test",
  "smtp.example.test",
  "imap.hosting.test",
  "smtp.hosting.test",
  "mail.plain.test",
  "mail.uber.space",
  "uber.space",
  "smtp.stranger.test",
] as const;

/** By names alone. */
const byName: Readonly<Record<Password, readonly string[]>> = {
  "own domain's host": ["mail.example.test", "smtp.example.test"],
  "hoster's host": ["mail.example.test", "smtp.example.test", "imap.hosting.test", "smtp.hosting.test"],
  "short name, own domain's host": ["mail.example.test", "smtp.example.test"],
  "short name, hoster's host": ["imap.hosting.test", "smtp.hosting.test"],
  "domain that is a public suffix": ["imap.hosting.test", "smtp.hosting.test", "uber.space"],
};

/** The domain for which somebody names the server. DNS is not among them: what it says reaches no rule. */
const words = [
  null,
  "published example.test",
  "published plain.test",
  "published uber.space",
  "policy example.test",
  "policy plain.test",
];

/** Whose word counts, by password and address. */
function counts(password: Password, address: Address): readonly string[] {
  switch (password) {
    case "own domain's host":
    case "hoster's host":
      return ["published example.test", "policy example.test"];
    case "domain that is a public suffix":
      return ["published uber.space"];
    case "short name, own domain's host":
      if (address === "alice@example.test") return ["published example.test", "policy example.test"];
      return address === "alice@plain.test" ? ["policy plain.test"] : [];
    case "short name, hoster's host":
      if (address === "alice@uber.space") return [];
      return [address === "alice@example.test" ? "policy example.test" : "policy plain.test"];
  }
}

function vouching(word: string | null): Vouching {
  const [kind, said] = word?.split(" ") ?? [];
  return {
    isPublished: (domain) => kind === "published" && domain === said,
    isNamedByPolicy: (domain) => kind === "policy" && domain === said,
  };
}

describe.each(Object.keys(passwords) as Password[])("a password saved under: %s", (name) => {
  it.each(addresses)("for the identity %s", (address) => {
    const password = passwords[name];
    for (const host of destinations) {
      for (const word of words) {
        const to = { host, userName: password.userName, security: "starttls" } as const;
        const goes = byName[name].includes(host) || (word !== null && counts(name, address).includes(word));
        const what = `${host}, ${word ?? "nobody"}`;
        const asked = (security: "starttls" | "none") =>
          mayGo(password, { ...to, security }, { address }, vouching(word));
        expect(asked("starttls"), what).toBe(goes ? "allowed" : "needs-consent");
        expect(asked("none"), what).toBe("needs-tls");
      }
    }
  });
});

it.each([
  ["mail.example.test", "alice", "needs-consent", "the short form elsewhere may be somebody else"],
  ["imap.hosting.test", "alice", "allowed", "the short form at a host of one owner"],
  ["imap.hosting.test", "ALICE@example.test", "allowed", "capitals do not count"],
  ["imap.hosting.test", "alice@plain.test", "other-user", "another domain's user"],
  ["imap.hosting.test", "bob", "other-user", "another user"],
  ["imap.hosting.test", "", "other-user", "nobody"],
] as const)("saved for imap.hosting.test, to %s as %j: %s (%s)", (host, userName, permission, because) => {
  const saved = { host: "imap.hosting.test", userName: "alice@hosted.test" };
  const full =
    userName.toLowerCase() === "alice@example.test" ? { ...saved, userName: "alice@example.test" } : saved;
  const mailbox = { address: full.userName };
  expect(mayGo(full, { host, userName, security: "tls" }, mailbox, vouching(null)), because).toBe(permission);
});

it("a short user name stays somebody else's elsewhere, whoever names the server", () => {
  const saved = { host: "imap.hosting.test", userName: "alice@example.test" };
  const to = { host: "smtp.stranger.test", userName: "alice", security: "tls" } as const;
  const said = vouching("published example.test");
  expect(mayGo(saved, to, { address: saved.userName }, said)).toBe("needs-consent");
  expect(mayGo(saved, { ...to, userName: saved.userName }, { address: saved.userName }, said)).toBe(
    "allowed",
  );
});

it.each(["", "@hosted.test"])("what is saved under the user name %j is nobody's", (userName) => {
  const saved = { host: "imap.hosting.test", userName };
  const to = { host: "imap.hosting.test", userName: "", security: "tls" } as const;
  expect(mayGo(saved, to, { address: "alice@hosted.test" }, vouching(null))).toBe("other-user");
});

it("no password goes to a server without a name unasked, whatever it is saved under", () => {
  for (const host of ["", "mail.example.test"]) {
    const saved = { host, userName: "alice@example.test" };
    const to = { host: "", userName: saved.userName, security: "tls" } as const;
    expect(mayGo(saved, to, { address: saved.userName }, vouching(null))).toBe("needs-consent");
  }
});
