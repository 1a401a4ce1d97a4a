// Which password a provider wants, as far as its note is to be believed.

import { describe, expect, it } from "vitest";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { ProviderNote } from "../../../src/engine/providers/note.js";
import { noteFor } from "../../../src/engine/providers/note-for.js";
import { notes } from "../../../src/engine/providers/notes/index.js";
import { wantsAnotherPassword } from "../../../src/engine/providers/password-wanted.js";

function accountAt(domain: string): Pick<Evidence, "sender" | "outgoing" | "incoming" | "candidates"> {
  const address = `anna@${domain}`;
  return {
    sender: { identityId: "id1", accountId: "account1", accountName: address, address, from: address },
    outgoing: { kind: "unreadable" },
    incoming: null,
    candidates: [],
  };
}

const told = notes.flatMap((note: ProviderNote) => {
  const { password } = note.facts;
  const [domain] = note.domains;
  return password === undefined || domain === undefined ? [] : [{ id: note.id, domain, password }];
});
const doubtful = told.filter(({ password }) => password.certainty === "possible");
const apart = told.filter(
  ({ password: { certainty, is, when } }) =>
    certainty !== "possible" && when === undefined && !["oauth2-only", "none"].includes(is),
);
const byPage = told.filter(({ password: { is } }) => ["oauth2-only", "none"].includes(is));

describe("the ordinary password", () => {
  it("there are notes of every sort", () => {
    expect([doubtful.length, apart.length, byPage.length].every((count) => count > 2)).toBe(true);
  });

  it.each(apart)("is not taken by $id", ({ id, domain }) => {
    expect(noteFor(accountAt(domain))?.id).toBe(id);
    expect(wantsAnotherPassword(accountAt(domain))).toBe(true);
  });

  it.each(doubtful)("may be taken by $id: that is only a rumour", ({ domain }) => {
    expect(wantsAnotherPassword(accountAt(domain))).toBe(false);
  });

  it.each(byPage)("is replaced by no other password at $id, where none is taken", ({ domain }) => {
    expect(wantsAnotherPassword(accountAt(domain))).toBe(false);
  });

  it("is taken by whoever there is no note of", () => {
    expect(wantsAnotherPassword(accountAt("example.test"))).toBe(false);
  });
});
